import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { WarehouseOrder } from '../../../src/domain/warehouse-order.ts';
import type { FeedPosition } from '../../../src/systems/kit/feeds/feed-page.ts';
import { existingOrder, json, openTinyWarehouse, type TinyWarehouse } from './tiny-warehouse.ts';
import { aCall } from '../a-call.ts';
import type { Reply } from '../stub-server.ts';

let tiny: TinyWarehouse;

beforeEach(async () => {
  tiny = await openTinyWarehouse();
});
afterEach(async () => await tiny.close());

/** The vendor's clock, far from ours. */
const firstDate = '2031-05-05T10:00:00.000Z';

function page(orders: readonly object[], date = firstDate): Reply {
  return {
    status: 200,
    body: JSON.stringify(orders),
    headers: { date: new Date(date).toUTCString() },
  };
}

const orders = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    existingOrder({ orderId: from + index, status: 450 }),
  );

/** Reads a run to its end. */
async function run(position?: FeedPosition) {
  const entries: WarehouseOrder[] = [];
  let at = position;
  for (;;) {
    const read = await tiny.warehouse.changes(at, aCall());
    entries.push(...read.entries);
    at = read.position;
    if (!read.more) return { entries, position: at };
  }
}

describe('the feed of changed orders', () => {
  test('costs one call when nothing happened', async () => {
    tiny.answer = () => page([]);
    const { entries, position } = await run({ from: '2031-05-05T09:00:00.000Z' });
    expect(entries).toEqual([]);
    expect(position).toEqual({ from: '2031-05-05T09:55:00.000Z' });
    expect(tiny.received.map(({ search }) => search)).toEqual([
      '?goodsOwnerId=101&orderStatusChangedTimeFrom=2031-05-05T09%3A00%3A00.000Z&maxOrdersToGet=200',
    ]);
  });

  test('looks back a week the first time', async () => {
    tiny.answer = () => page([]);
    await run();
    const from = Date.parse(tiny.received[0]?.query.get('orderStatusChangedTimeFrom') ?? '');
    const days = (Date.now() - from) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThan(7.01);
  });

  test('goes on behind the last id, and then from the vendor’s time at the first page', async () => {
    const pages = [orders(1, 200), orders(300, 200), orders(900, 3)];
    let minute = 0;
    tiny.answer = () => {
      const date = new Date(Date.parse(firstDate) + 60_000 * minute).toISOString();
      return page(pages[minute++] ?? [], date);
    };
    const { entries, position } = await run({ from: '2031-05-05T09:00:00.000Z' });
    expect(entries).toHaveLength(403);
    expect(entries[0]).toMatchObject({ phase: 'shipped', readAt: firstDate });
    expect(tiny.received.map(({ query }) => query.get('orderIdFrom'))).toEqual([
      null,
      '201',
      '500',
    ]);
    expect(position).toEqual({ from: '2031-05-05T09:55:00.000Z' });
  });

  test('asks once more after a page that the vendor may have cut', async () => {
    const pages = [orders(1, 100), orders(101, 100), []];
    tiny.answer = () => page(pages.shift() ?? []);
    expect((await run()).entries).toHaveLength(200);
    expect(tiny.received).toHaveLength(3);
  });

  test('ends when the vendor gives the same page for ever', async () => {
    tiny.answer = () => page(orders(1, 200));
    await expect(run()).rejects.toMatchObject({
      message: 'Ongoing WMS answered with a page of orders that it was not asked for.',
      decision: { kind: 'retry' },
    });
    expect(tiny.received).toHaveLength(2);
  });

  test('asks for less where an answer is too large', async () => {
    const large = { comment: 'x'.repeat(60_000) };
    tiny.answer = ({ query }) => {
      const count = Number(query.get('maxOrdersToGet'));
      const from = Number(query.get('orderIdFrom') ?? 1);
      const left = Math.max(0, Math.min(count, 201 - from));
      return page(orders(from, left).map((order) => ({ ...order, ...large })));
    };
    const first = await tiny.warehouse.changes(undefined, aCall());
    expect(first.entries).toHaveLength(50);
    expect(first.more).toBe(true);
  });

  test.each([[{ from: 'yesterday' }], [{ page: 3 }]])(
    'takes a position that it can’t read for none: %j',
    async (position) => {
      tiny.answer = () => page([]);
      await run(position);
      expect(tiny.received[0]?.query.get('orderStatusChangedTimeFrom')).toMatch(/Z$/);
    },
  );

  test('passes over an order that comes without a status, which the contract allows', async () => {
    tiny.answer = () => ({
      status: 200,
      body: '[{"orderInfo":null},{"orderInfo":{"orderId":1,"orderStatus":null}},{"orderInfo":{"orderId":2,"orderStatus":{"number":450}}}]',
    });
    expect((await run()).entries).toMatchObject([{ warehouseOrderId: '2' }]);
  });

  test('takes whole numbers that are written with a fraction of nothing', async () => {
    tiny.answer = () => ({
      status: 200,
      body: '[{"orderInfo":{"orderId":88213.0,"orderStatus":{"number":450.0}}}]',
    });
    expect((await run()).entries).toMatchObject([
      { warehouseOrderId: '88213', statusNumber: 450, phase: 'shipped' },
    ]);
  });

  test('isn’t stopped by nulls', async () => {
    tiny.answer = () => json([existingOrder({ orderNumber: null, goodsOwnerOrderId: null })]);
    expect((await run()).entries).toMatchObject([{ number: '', shipment: { tracking: [] } }]);
  });
});
