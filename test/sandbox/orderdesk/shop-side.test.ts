import { afterEach, beforeEach, expect, test } from 'vitest';

import { audit } from '../../../sandbox/audit.ts';
import type { WarehouseFact } from '../../../sandbox/facts.ts';
import { seedShop } from '../../../sandbox/demonstration/seeds/shop.ts';
import { shopProblems, shopSide } from '../../../sandbox/orderdesk/shop-side.ts';
import { type Stage, stageStore } from './store-caller.ts';

let stage: Stage;
let id: string;
beforeEach(async () => {
  stage = await stageStore();
  id = stage.shop.addOrder({ source_id: '10482', order_items: [{ code: 'A1' }] }).id;
});
afterEach(() => stage.sandbox.close());

const move = (folder: string) =>
  stage.call('POST', '/move-orders', {
    body: { order_id_list: [Number(id)], destination_folder_name: folder },
  });
const ship = (tracking_number: string) =>
  stage.call('POST', `/orders/${id}/shipments`, { body: { tracking_number } });
const fact = () => shopSide(stage.shop).facts()[0]!;

const shipped = (): WarehouseFact => ({
  goodsOwnerId: 101,
  number: '10482',
  goodsOwnerOrderId: id,
  status: 450,
  shippedAt: '2026-11-21T10:00:00.000Z',
  foreign: false,
});
const problems = () =>
  audit({ source: shopSide(stage.shop).facts(), warehouse: [shipped()], settled: true });

test('an order is wanted in the pulled folder and where the interface put it', async () => {
  expect(fact()).toEqual({
    id,
    number: '10482',
    status: 'New',
    changedAt: '2026-11-21T10:00:00.000Z',
    wanted: true,
    cancelled: false,
    bad: false,
    reports: [],
  });
  await move('Prepared');
  expect(fact()).toMatchObject({ status: 'Prepared', wanted: true });
  stage.shop.moveOrder(id, 'Canceled');
  expect(fact()).toMatchObject({ wanted: false, cancelled: true });
});

test('several parcels and one move are one report', async () => {
  expect(problems()).toEqual(['Order 10482 has shipped, yet it was never reported.']);
  await ship('T1');
  await ship('T2');
  await ship('T2');
  await move('Closed');
  expect(fact().reports).toEqual(['2026-11-21T10:00:00.000Z']);
  expect(problems()).toEqual([]);
  expect(shopProblems(stage.shop)).toEqual([]);
});

test('a second move is a second report, and a problem; a person’s shipment is none', async () => {
  stage.shop.addShipment(id, { tracking_number: 'T0' });
  expect(fact().reports).toEqual([]);
  await move('Closed');
  await move('Closed');
  expect(problems()).toEqual(['Order 10482 was reported 2 times.']);
  expect(shopProblems(stage.shop)).toEqual(['Order 10482 was moved to Closed again.']);
});

test('an order that a person moved back may be moved again', async () => {
  await move('Prepared');
  stage.shop.moveOrder(id, 'New');
  await move('Prepared');
  expect(shopProblems(stage.shop)).toEqual([]);
});

test('a refused write is a problem', async () => {
  await stage.call('PUT', `/orders/${id}`, { body: {} });
  expect(shopProblems(stage.shop)).toEqual(['PUT /orders/{id} was asked for.']);
});

test('the seeded orders that can’t be mapped are known as bad, and no others', () => {
  const { badOrders } = seedShop(stage.shop, { orders: 20, items: 6, seed: 4, badOrders: 3 });
  const bad = shopSide(stage.shop)
    .facts()
    .filter((one) => one.bad);
  expect(bad.map((one) => one.id)).toEqual(badOrders.map((one) => one.id));
});

test('people move, change and delete orders by number or id', () => {
  const { acts } = shopSide(stage.shop);
  acts['edit']?.('10482', {});
  expect(stage.shop.order(id)?.order_items[0]?.quantity).toBe('2');
  acts['status']?.(id, { status: 'Canceled' });
  expect(stage.shop.order(id)?.folder).toBe('Canceled');
  expect(() => acts['status']?.(id, { status: 'Nowhere' })).toThrow(RangeError);
  acts['delete']?.('10482', {});
  expect(() => acts['delete']?.('10482', {})).toThrow(/no order 10482/);
});
