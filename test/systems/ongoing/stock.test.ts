import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { StockLevel } from '../../../src/domain/syncs/stock.ts';
import type { FeedPosition } from '../../../src/systems/kit/feeds/feed-page.ts';
import { existingOrder, json, openTinyWarehouse, type TinyWarehouse } from './tiny-warehouse.ts';
import { aCall } from '../a-call.ts';

let tiny: TinyWarehouse;

beforeEach(async () => {
  tiny = await openTinyWarehouse();
});
afterEach(async () => await tiny.close());

const hour = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString();

const article = (id: number, members: object = {}) => ({
  articleSystemId: id,
  articleNumber: `N${id}`,
  productCode: `P${id}`,
  barCodeInfo: null,
  supplierInfo: null,
  inventoryInfo: { numberOfItems: id, sellableNumberOfItems: -1.5, numberOfBookedItems: 7 },
  ...members,
});

const articles = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => article(from + index));

const physical = { full: false, quantity: 'physical' } as const;

/** Reads a run to its end. */
async function run(
  position?: FeedPosition,
  reading: { full: boolean; quantity: 'physical' | 'sellable' } = physical,
) {
  const entries: StockLevel[] = [];
  const sweeps: boolean[] = [];
  let at = position;
  for (;;) {
    const page = await tiny.warehouse.stock(at, reading, aCall());
    entries.push(...page.entries);
    sweeps.push(page.sweep);
    at = JSON.parse(JSON.stringify(page.position)) as FeedPosition;
    if (!page.more) return { entries, sweeps, position: at };
  }
}

const lately = () => ({ from: ago(0.25), sweptAt: ago(5), quantity: 'physical' });
const parameter = (name: string) => tiny.received.map(({ query }) => query.get(name));

describe('the stock feed', () => {
  test('costs one call when nothing happened, and goes on from the vendor’s clock', async () => {
    const date = '2031-05-05T10:00:00.000Z';
    tiny.answer = () => ({
      status: 200,
      body: '[]',
      headers: { date: new Date(date).toUTCString() },
    });
    const before = lately();
    const { entries, sweeps, position } = await run(before);
    expect(entries).toEqual([]);
    expect(sweeps).toEqual([false]);
    expect(tiny.received).toHaveLength(1);
    expect(parameter('stockInfoChangedFrom')).toEqual([before.from]);
    expect(parameter('maxArticlesToGet')).toEqual(['500']);
    expect(position).toEqual({ ...before, from: '2031-05-05T09:55:00.000Z' });
  });

  test.each([
    ['physical', '3'],
    ['sellable', '-1.5'],
  ] as const)('reads the %s quantity and computes nothing', async (quantity, expected) => {
    tiny.answer = () => json([article(3)]);
    const { entries } = await run(undefined, { full: false, quantity });
    expect(entries).toEqual([{ productCode: 'P3', articleNumber: 'N3', quantity: expected }]);
  });

  test('leaves out an article without its figure, and knows one of no product', async () => {
    tiny.answer = () =>
      json([
        article(1, { inventoryInfo: null }),
        article(2, { inventoryInfo: { numberOfItems: null } }),
        article(3, { productCode: null }),
      ]);
    expect((await run()).entries).toEqual([
      { productCode: null, articleNumber: 'N3', quantity: '3' },
    ]);
  });

  test.each([
    ['the first time', () => undefined, physical],
    ['when asked for in full', lately, { ...physical, full: true }],
    ['when the last run is too long ago', () => ({ ...lately(), from: ago(23.5) }), physical],
    ['once a day', () => ({ ...lately(), sweptAt: ago(24.1) }), physical],
    ['for another quantity', lately, { ...physical, quantity: 'sellable' as const }],
    ['where the position can’t be read', () => ({ from: 'yesterday' }), physical],
  ])('sweeps %s', async (_when, position, reading) => {
    tiny.answer = () => json([]);
    const { sweeps, position: next } = await run(position(), reading);
    expect(sweeps).toEqual([true]);
    expect(parameter('stockInfoChangedFrom')).toEqual([null]);
    expect(Date.parse(String(next['sweptAt']))).toBeGreaterThan(Date.now() - 60_000);
  });

  test('sweeps where the vendor’s clock finds the position too old', async () => {
    tiny.answer = ({ query }) =>
      query.has('stockInfoChangedFrom')
        ? json({ message: 'stockInfoChangedFrom must be within 24 hours.' }, 400)
        : json([article(1)]);
    const { entries, sweeps } = await run(lately());
    expect(entries).toHaveLength(1);
    expect(sweeps).toEqual([true]);
  });

  test('stays a sweep over its pages, and goes on from its first', async () => {
    const pages = [articles(1, 500), articles(800, 500), articles(2_000, 3)];
    let minute = 0;
    tiny.answer = () => ({
      status: 200,
      body: JSON.stringify(pages[minute]),
      headers: { date: new Date(Date.UTC(2031, 4, 5, 10, minute++)).toUTCString() },
    });
    const { entries, sweeps, position } = await run(undefined, { ...physical, full: true });
    expect(entries).toHaveLength(1_003);
    expect(sweeps).toEqual([true, true, true]);
    expect(parameter('articleSystemIdFrom')).toEqual([null, '501', '1300']);
    expect(position).toEqual({
      from: '2031-05-05T09:55:00.000Z',
      sweptAt: '2031-05-05T10:00:00.000Z',
      quantity: 'physical',
    });
  });

  test('pages what changed, too', async () => {
    const pages = [articles(1, 500), articles(501, 1)];
    tiny.answer = () => json(pages.shift() ?? []);
    const before = lately();
    const { sweeps, position } = await run(before);
    expect(sweeps).toEqual([false, false]);
    expect(parameter('stockInfoChangedFrom')).toEqual([before.from, before.from]);
    expect(position['sweptAt']).toBe(before.sweptAt);
  });

  test('ends when the vendor gives the same page for ever', async () => {
    tiny.answer = () => json(articles(1, 500));
    await expect(run()).rejects.toMatchObject({
      message: 'Ongoing WMS answered with a page of articles that it was not asked for.',
    });
    expect(tiny.received).toHaveLength(2);
  });

  test('asks for less where an answer is too large', async () => {
    const description = 'x'.repeat(40_000);
    tiny.answer = ({ query }) =>
      json(
        articles(1, Number(query.get('maxArticlesToGet'))).map((one) => ({ ...one, description })),
      );
    const page = await tiny.warehouse.stock(undefined, physical, aCall());
    expect(page.entries).toHaveLength(100);
    expect(page.more).toBe(true);
  });
});

describe('the stock of some products', () => {
  test('is read in one request, with every article that carries a code', async () => {
    const all = [article(1), article(2), article(3, { productCode: 'P1' })];
    tiny.answer = ({ query }) =>
      json(all.filter(({ productCode }) => query.getAll('productCodes').includes(productCode)));
    const [one, two] = await Promise.all([
      tiny.warehouse.stockOf(['P1', 'gone'], 'physical', aCall()),
      tiny.warehouse.stockOf(['P2'], 'sellable', aCall()),
    ]);
    expect(one).toEqual([
      { productCode: 'P1', articleNumber: 'N1', quantity: '1' },
      { productCode: 'P1', articleNumber: 'N3', quantity: '3' },
    ]);
    expect(two).toEqual([{ productCode: 'P2', articleNumber: 'N2', quantity: '-1.5' }]);
    expect(tiny.received).toHaveLength(1);
  });
});

describe('orders that are picked and may not be reported', () => {
  const line = (productCode: string | null, picked = 0) => ({
    rowNumber: '1',
    article: { articleNumber: 'N', productCode },
    orderedNumberOfItems: 2,
    pickedNumberOfItems: picked,
  });
  const order = (status: number, ...codes: (string | null)[]) =>
    existingOrder({ orderId: status, status }, { orderLines: codes.map((code) => line(code)) });

  test('are asked for by status and by the last seven days', async () => {
    tiny.answer = () => json([]);
    expect(await tiny.warehouse.pickedOrders(aCall())).toEqual([]);
    expect(parameter('orderStatusFrom')).toEqual(['400']);
    expect(parameter('orderStatusTo')).toEqual(['799']);
    const days =
      (Date.now() - Date.parse(parameter('orderStatusChangedTimeFrom')[0] ?? '')) / 864e5;
    expect(days).toBeCloseTo(7, 3);
  });

  test('are those that left the matcher, with their products', async () => {
    tiny.answer = () =>
      json([
        order(400, 'P1', 'P1', null, 'P2'),
        order(475, 'returned'),
        order(500, 'P3'),
        existingOrder(
          { orderId: 600, status: 425 },
          { orderLines: [line('P4', 1), line('not picked yet')] },
        ),
        existingOrder({ orderId: 700, status: 450, goodsOwnerOrderId: null }, { orderLines: null }),
      ]);
    expect(await tiny.warehouse.pickedOrders(aCall())).toEqual([
      { goodsOwnerOrderId: '90210', productCodes: ['P1', 'P2'] },
      { goodsOwnerOrderId: '90210', productCodes: ['P3'] },
      { goodsOwnerOrderId: '90210', productCodes: ['P4'] },
      { goodsOwnerOrderId: null, productCodes: [] },
    ]);
  });

  test('may stand in a local status outside of the range', async () => {
    await tiny.close();
    tiny = await openTinyWarehouse({ otherStatuses: { 350: 'picked', 900: 'shipped' } });
    tiny.answer = () => json([order(350, 'P1'), order(360, 'begun'), order(850, 'returned')]);
    expect(await tiny.warehouse.pickedOrders(aCall())).toEqual([
      { goodsOwnerOrderId: '90210', productCodes: ['P1'] },
    ]);
    expect(parameter('orderStatusFrom')).toEqual(['350']);
    expect(parameter('orderStatusTo')).toEqual(['900']);
  });

  test('are read to their end', async () => {
    const pages = [
      Array.from({ length: 200 }, (_, index) => existingOrder({ orderId: index + 1, status: 450 })),
      [existingOrder({ orderId: 300, status: 450 })],
    ];
    tiny.answer = () => json(pages.shift() ?? []);
    expect(await tiny.warehouse.pickedOrders(aCall())).toHaveLength(201);
    expect(parameter('orderIdFrom')).toEqual([null, '201']);
  });
});
