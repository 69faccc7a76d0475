import { expect, test } from 'vitest';

import { createOrderDesk } from '../../../sandbox/orderdesk/orderdesk.ts';
import { seededBundles } from '../../../sandbox/demonstration/seeds/shop-items.ts';
import { seedShop } from '../../../sandbox/demonstration/seeds/shop.ts';

const now = () => Date.parse('2026-11-21T10:00:00Z');

function seeded(seed: number, badOrders = 0) {
  const shop = createOrderDesk({ now });
  const made = seedShop(shop, { orders: 300, items: 12, seed, badOrders });
  return { shop, made };
}

test('the same number gives the same shop, another number another', () => {
  expect(seeded(7).shop.state()).toEqual(seeded(7).shop.state());
  expect(seeded(7).shop.state()).not.toEqual(seeded(8).shop.state());
});

test('every order can be mapped: goods that are known, a recipient, a country', () => {
  const { shop } = seeded(3);
  const known = new Set(shop.inventoryItems().map(({ code }) => code));
  const components = Object.values(seededBundles).flat();
  expect(components.filter((code) => !known.has(code))).toEqual([]);

  const wrong = shop.orders().filter(({ shipping, order_items, folder }) => {
    const hasName = shipping.company !== '' || (shipping.first_name && shipping.last_name) !== '';
    const hasPlace = [shipping.address1, shipping.city, shipping.country].every(Boolean);
    const goods = order_items.filter(({ delivery_type }) => delivery_type === 'ship');
    const areKnown = goods.every(({ code }) => known.has(code) || code in seededBundles);
    const areSome = order_items.every(({ quantity }) => Number(quantity) > 0);
    const isPicked = goods.some(({ metadata }) => metadata['NotPicked'] === undefined);
    return !(folder === 'New' && hasName && hasPlace && areKnown && areSome && isPicked);
  });
  expect(wrong).toEqual([]);
});

test('orders are as varied as real ones', () => {
  const { shop } = seeded(5);
  const orders = shop.orders();
  const has = (is: (order: (typeof orders)[number]) => unknown) => orders.some((one) => is(one));
  const numbers = orders.map(({ source_id }) => source_id).filter((text) => text !== '');
  expect(new Set(numbers).size).toBe(numbers.length);
  const countries = new Set(orders.map(({ shipping }) => shipping.country));
  for (const country of ['UK', 'Norway', 'NO', 'United States'])
    expect(countries).toContain(country);
  expect(has(({ source_id }) => source_id === '')).toBe(true);
  expect(has(({ shipping }) => shipping.first_name === '' && shipping.company !== '')).toBe(true);
  expect(has(({ shipping }) => shipping.company === '')).toBe(true);
  expect(has(({ shipping }) => shipping.address1.length > 90)).toBe(true);
  expect(has(({ checkout_data }) => Object.values(checkout_data).includes(''))).toBe(true);
  expect(
    has(({ checkout_data, order_metadata }) => shareAField(checkout_data, order_metadata)),
  ).toBe(true);
  const items = orders.flatMap(({ order_items }) => order_items);
  expect(items.some(({ code }) => code in seededBundles)).toBe(true);
  expect(items.some(({ code }) => code === '')).toBe(true);
  expect(items.some(({ delivery_type }) => delivery_type === 'noship')).toBe(true);
  expect(items.some(({ metadata }) => metadata['NotPicked'] === '1')).toBe(true);
  expect(items.some(({ variation_list }) => 'SerialNumber' in variation_list)).toBe(true);
  expect(items.some(({ code }) => /^0\d+$/.test(code))).toBe(true);
});

/** Whether two sets of named values name one field, however it is spelt. */
function shareAField(one: object, other: object): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/[ _]/g, '');
  const names = new Set(Object.keys(one).map(plain));
  return Object.keys(other).some((name) => names.has(plain(name)));
}

test('bad orders come besides the others, each with its reason', () => {
  const { shop, made } = seeded(2, 3);
  expect(made.badOrders.map(({ reason }) => reason)).toEqual([
    'unknown country',
    'zero quantity',
    'goods without a code',
  ]);
  expect(shop.orders()).toHaveLength(303);
});
