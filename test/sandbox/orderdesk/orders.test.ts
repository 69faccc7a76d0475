import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { type Stage, stageStore } from './store-caller.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await stageStore();
});
afterEach(() => stage.sandbox.close());

const idsOf = (answer: { json: any }): string[] => answer.json.orders.map((one: any) => one.id);

describe('an order on the wire', () => {
  test('has ids as text beyond 32 bits, UTC dates without a zone, and PHP’s empties', async () => {
    const { id } = stage.shop.addOrder({
      source_id: '10482',
      customer: { company: 'Test AS', country: 'UK', postal_code: '0150' },
      order_items: [{ code: 'A1', price: '10', quantity: '2' }],
      checkout_data: { Remark: 'Æ/ø' },
    });
    const { text, json } = await stage.get(`/orders/${id}`);
    expect(Number(id)).toBeGreaterThan(2 ** 32 - 2 ** 29);
    expect(json.order).toMatchObject({
      id,
      source_id: '10482',
      folder_id: 21_654,
      date_added: '2026-11-21 10:00:00',
      checkout_data: { Remark: 'Æ/ø' },
      order_metadata: [],
      shipping: { company: 'Test AS', country: 'UK', postal_code: '0150', address3: '' },
      order_items: [{ code: 'A1', variation_list: [], metadata: [], delivery_type: 'ship' }],
    });
    expect(Number(json.order.order_total)).toBe(20);
    expect(json.order.customer).not.toHaveProperty('address3');
    expect(json.order).not.toHaveProperty('order_history');
    expect(json.order).not.toHaveProperty('moves');
    expect(text).toContain(String.raw`"\u00c6\/\u00f8"`);
  });

  test('has its numbers now as text, now as numbers, and always the same for one order', async () => {
    for (let made = 0; made < 30; made += 1)
      stage.shop.addOrder({ order_items: [{ code: 'A1', price: '19.50' }] });
    const query = { order_by: 'id' };
    const { json } = await stage.get('/orders', query);
    const kinds = json.orders.map((one: any) => typeof one.order_items[0].price);
    expect(new Set(kinds)).toEqual(new Set(['string', 'number']));
    expect((await stage.get('/orders', query)).json.orders).toEqual(json.orders);
  });
});

describe('the list of orders', () => {
  test('is filtered by folders, by the cart’s number and by times, all at once', async () => {
    const first = stage.shop.addOrder({ source_id: '1' }).id;
    stage.at('2026-11-21T11:00:00.900Z');
    const second = stage.shop.addOrder({ source_id: '1', folder: 'Closed' }).id;
    const third = stage.shop.addOrder({ source_id: '3', folder: 'Prepared' }).id;
    const get = async (query: Record<string, string | number>) =>
      idsOf(await stage.get('/orders', { order: 'ASC', order_by: 'id', ...query }));
    expect(await get({ folder_id: '21654,21656' })).toEqual([first, second]);
    expect(await get({ folder_name: 'Prepared' })).toEqual([third]);
    expect(await get({ folder_name: 'prepared' })).toEqual([]);
    expect(await get({ source_id: '1' })).toEqual([first, second]);
    expect(await get({ source_id: '1', folder_name: 'New' })).toEqual([first]);
    expect(await get({ search_start_date: '2026-11-21 11:00:00' })).toEqual([second, third]);
    expect(await get({ search_end_date: '2026-11-21 10:00:00' })).toEqual([first]);
    expect(await get({ modified_start_date: '2026-11-21 11:00:01' })).toEqual([]);
  });

  test('reads the dates of a filter in the store’s zone where the store is an old one', async () => {
    const old = await stageStore({ filterZone: 'store' });
    old.shop.addOrder({});
    const count = async (date: string) =>
      idsOf(await old.get('/orders', { modified_start_date: date })).length;
    expect(await count('2026-11-21 11:00:00')).toBe(1);
    expect(await count('2026-11-21 11:00:01')).toBe(0);
    await old.sandbox.close();
  });

  test('comes newest first, 50 at a time, and shifts when an order arrives between pages', async () => {
    for (let made = 0; made < 60; made += 1) {
      stage.at(new Date(Date.parse('2026-11-21T10:00:00Z') + made * 1_000).toISOString());
      stage.shop.addOrder({});
    }
    const page = await stage.get('/orders');
    expect(page.json).toMatchObject({ records_returned: 50, limit: 50, offset: 0 });
    stage.at('2026-11-21T12:00:00Z');
    const { id } = stage.shop.addOrder({});
    const next = await stage.get('/orders', { offset: 50 });
    expect(idsOf(next)[0]).toBe(idsOf(page).at(-1));
    expect(idsOf(next)).not.toContain(id);
    expect(idsOf(await stage.get('/orders', { order: 'ASC' })).at(0)).toBe(idsOf(next).at(-1));
  });

  test('loses an order when one leaves the folder between pages', async () => {
    const ids = [1, 2, 3, 4].map(() => stage.shop.addOrder({}).id);
    const query = { folder_name: 'New', order_by: 'id', order: 'ASC', limit: 2 };
    expect(idsOf(await stage.get('/orders', query))).toEqual(ids.slice(0, 2));
    stage.shop.moveOrder(ids[0]!, 'Closed');
    expect(idsOf(await stage.get('/orders', { ...query, offset: 2 }))).toEqual(ids.slice(3));
  });

  test('says of its length what can’t be relied on', async () => {
    for (let made = 0; made < 5; made += 1) stage.shop.addOrder({});
    const told = [];
    for (let asked = 0; asked < 3; asked += 1)
      told.push((await stage.get('/orders', { limit: 2 })).json.total_records);
    expect(told).toEqual([5, '0', '2']);
  });

  test('has the history only where it is asked for', async () => {
    const { id } = stage.shop.addOrder({});
    stage.shop.moveOrder(id, 'Prepared');
    const { json } = await stage.get('/orders', { get_order_history: 1 });
    expect(json.orders[0].order_history).toEqual([
      {
        source_name: 'Order Desk',
        note: 'Order Moved to Prepared Folder',
        date_added: '2026-11-21 10:00:00',
      },
    ]);
    expect((await stage.get('/orders')).json.orders[0]).not.toHaveProperty('order_history');
  });
});

describe('the store', () => {
  test('says that the key is right, and its time', async () => {
    expect((await stage.get('/test')).json).toMatchObject({
      status: 'success',
      message: 'Connection Successful',
      current_date_time: '2026-11-21 10:00:00',
    });
  });

  test('has folders as names by id, and secrets in its settings', async () => {
    const { json } = await stage.get('/store');
    expect(json.store.folders).toEqual({
      '21654': 'New',
      '21655': 'Prepared',
      '21656': 'Closed',
      '21657': 'Canceled',
      '21658': 'WMS Errors',
    });
    expect(json.store.settings).toMatchObject({
      timezone: 'Europe/Oslo',
      api_key: 'sandbox-api-key',
      smtp_password: 'sandbox-smtp-password',
    });
  });
});

describe('people', () => {
  test('add, change, move and delete orders', () => {
    const { shop } = stage;
    const added = shop.addOrder({ order_items: [{ code: 'A1' }], shipping: { city: 'Oslo' } });
    expect(added).toMatchObject({ folder: 'New', source_id: added.id });
    stage.at('2026-11-21T10:05:00Z');
    const edited = shop.editOrder(added.id, { shipping: { country: 'NO' } });
    expect(edited.shipping).toMatchObject({ city: 'Oslo', country: 'NO' });
    expect(edited.date_updated).toBe('2026-11-21T10:05:00.000Z');
    expect(edited.order_items).toEqual(added.order_items);
    shop.moveOrder(added.id, 'Canceled');
    expect(shop.order(added.id)?.folder).toBe('Canceled');
    expect(shop.moves()).toEqual([]);
    shop.deleteOrder(added.id);
    expect(shop.orders()).toEqual([]);
    expect(() => shop.deleteOrder(added.id)).toThrow(RangeError);
    expect(() => shop.addOrder({ folder: 'Nowhere' })).toThrow(/no folder Nowhere/);
  });

  test('change nothing through what they were shown', () => {
    const { shop } = stage;
    const { id, checkout_data } = shop.addOrder({ checkout_data: { Remark: 'x' } });
    checkout_data['Remark'] = 'y';
    expect(shop.order(id)?.checkout_data).toEqual({ Remark: 'x' });
  });
});
