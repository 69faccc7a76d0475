import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Order } from '../../../src/domain/order.ts';
import { firstLine, salesOrder } from './sales-order.ts';
import { existingOrder, json, openTinyWarehouse, type TinyWarehouse } from './tiny-warehouse.ts';
import { aCall } from '../a-call.ts';
import { lost, type Received, type Reply } from '../stub-server.ts';

let tiny: TinyWarehouse;

beforeEach(async () => {
  tiny = await openTinyWarehouse();
});
afterEach(async () => await tiny.close());

const article = (productCode: string, articleNumber: string) => ({
  articleSystemId: 1,
  articleNumber,
  productCode,
});
const articles = [article('4711', 'A-100'), article('4712', 'A-200')];
const accepted = json({ orderId: 88213, message: 'ok' });
const refused = json({ message: 'No.<br/>The warehouse has started.' }, 400);

/** Answers by operation: `GET /orders`, `GET /orders/88213`. */
const script =
  (replies: Readonly<Record<string, Reply | ((request: Received) => Reply)>>) =>
  (request: Received): Reply => {
    const reply = replies[`${request.method} ${request.path.replace('/nord/api/v1', '')}`];
    if (reply === undefined) return json({ message: `not scripted: ${request.path}` }, 400);
    return typeof reply === 'function' ? (reply as (request: Received) => Reply)(request) : reply;
  };

const done = () =>
  tiny.received.map(({ method, path }) => `${method} ${path.replace('/nord/api/v1', '')}`);

const line = (rowNumber: string, articleNumber: string, orderedNumberOfItems: number) => ({
  id: 1,
  rowNumber,
  article: { articleNumber },
  orderedNumberOfItems,
});

/** What the warehouse holds after `salesOrder` was put. */
const held = (status: number, changed: object = {}, info: object = {}) =>
  existingOrder(
    {
      status,
      referenceNumber: 'PO-7781',
      salesCode: 'Testperson Innkjøp',
      orderRemark: 'Web order, November',
      wayOfDelivery: { code: '7', name: 'Bring' },
      emailNotification: { toBeNotified: false, value: 'mottak@eksempel.test' },
      smsNotification: { toBeNotified: false, value: '+4799999999' },
      telephoneNotification: { toBeNotified: false, value: '22222222' },
      ...info,
    },
    {
      consignee: salesOrder.consignee,
      orderLines: [line('501', 'A-100', 4), line('502', 'A-200', 0.5)],
      ...changed,
    },
  );

describe('looking an order up', () => {
  test('joins those who ask at the same time, with a repeated filter', async () => {
    tiny.answer = () =>
      json([
        existingOrder({ orderId: 1, orderNumber: '1', goodsOwnerOrderId: 'a' }),
        existingOrder({ orderId: 2, orderNumber: '2', goodsOwnerOrderId: null }),
        // A server that ignores the filter must not fool anybody.
        existingOrder({ orderId: 4, orderNumber: '33', goodsOwnerOrderId: 'c' }),
      ]);
    const views = await Promise.all([
      tiny.warehouse.look({ id: 'a', number: '1' }, aCall()),
      tiny.warehouse.look({ id: 'b', number: '2' }, aCall()),
      tiny.warehouse.look({ id: 'c', number: '3' }, aCall()),
    ]);
    expect(views).toMatchObject([
      { kind: 'ours', order: { warehouseOrderId: '1', number: '1', phase: 'open' } },
      { kind: 'foreign', order: { warehouseOrderId: '2', goodsOwnerOrderId: null } },
      { kind: 'absent' },
    ]);
    expect(tiny.received.map(({ search }) => search)).toEqual([
      '?goodsOwnerId=101&orderNumbers=1&orderNumbers=2&orderNumbers=3',
    ]);
    expect(tiny.records).toMatchObject([{ sharedBy: 3, outcome: 'ok' }]);
  });

  test('takes ours where several have the number', async () => {
    tiny.answer = () =>
      json([
        existingOrder({ orderId: 1, goodsOwnerOrderId: null }),
        existingOrder({ orderId: 2, status: 1000 }),
        existingOrder({ orderId: 3 }),
        existingOrder({ orderId: 4, goodsOwnerOrderId: 'other' }),
      ]);
    expect(await tiny.warehouse.look(salesOrder, aCall())).toMatchObject({
      kind: 'ours',
      order: { warehouseOrderId: '3' },
    });
  });

  test('never makes a query that IIS would refuse', async () => {
    tiny.answer = () => json([]);
    const numbers = Array.from({ length: 100 }, (_, index) => `${'Å'.repeat(10)}${index}`);
    await Promise.all(
      numbers.map((number) => tiny.warehouse.look({ id: number, number }, aCall())),
    );
    expect(Math.max(...tiny.received.map(({ search }) => search.length))).toBeLessThan(2_048);
    expect(tiny.received.flatMap(({ query }) => query.getAll('orderNumbers'))).toEqual(numbers);
  });

  test('that fails for one alone is taken apart', async () => {
    tiny.answer = ({ query }) =>
      query.getAll('orderNumbers').includes('bad')
        ? json({ Message: 'An error has occurred.' }, 500)
        : json([existingOrder({ orderNumber: '10482' })]);
    const [good, bad] = await Promise.allSettled([
      tiny.warehouse.look(salesOrder, aCall()),
      tiny.warehouse.look({ id: 'x', number: 'bad' }, aCall()),
    ]);
    expect(good).toMatchObject({ status: 'fulfilled', value: { kind: 'ours' } });
    expect(bad.status).toBe('rejected');
  });
});

describe('putting an order', () => {
  test('finds the article numbers once and remembers them', async () => {
    tiny.answer = script({ 'GET /articles': json(articles), 'PUT /orders': accepted });
    const put = (number: string) => tiny.warehouse.put({ ...salesOrder, number }, {}, aCall());
    expect(await Promise.all([put('1'), put('2')])).toEqual([
      { kind: 'accepted', warehouseOrderId: '88213' },
      { kind: 'accepted', warehouseOrderId: '88213' },
    ]);
    await put('3');
    expect(done()).toEqual(['GET /articles', 'PUT /orders', 'PUT /orders', 'PUT /orders']);
    expect(tiny.received[0]?.search).toBe('?goodsOwnerId=101&productCodes=4711&productCodes=4712');
    const body = JSON.parse(tiny.received[1]?.body ?? '') as { orderLines: object[] };
    expect(body.orderLines).toMatchObject([{ articleNumber: 'A-100' }, { articleNumber: 'A-200' }]);
  });

  test('writes nothing while an article is unknown, and doesn’t remember that', async () => {
    tiny.answer = script({ 'GET /articles': json([articles[0]]), 'PUT /orders': accepted });
    const put = () => tiny.warehouse.put(salesOrder, {}, aCall());
    expect(await put()).toEqual({ kind: 'unknown articles', productCodes: ['4712'] });
    tiny.answer = script({ 'GET /articles': json([articles[1]]), 'PUT /orders': accepted });
    expect(await put()).toMatchObject({ kind: 'accepted' });
    expect(done()).toEqual(['GET /articles', 'GET /articles', 'PUT /orders']);
    expect(tiny.received[1]?.query.getAll('productCodes')).toEqual(['4712']);
  });

  test('is refused where a product stands on two articles', async () => {
    tiny.answer = script({ 'GET /articles': json([...articles, article('4711', 'A-101')]) });
    const outcome = await tiny.warehouse.put(salesOrder, {}, aCall());
    expect(outcome).toMatchObject({ kind: 'refused', faults: [{ field: 'Line 1' }] });
    expect(JSON.stringify(outcome)).toContain('A-100, A-101');
  });

  test('of which something is too long asks nobody', async () => {
    const order = { ...salesOrder, consignee: { name: 'x'.repeat(231) } };
    expect(await tiny.warehouse.put(order, {}, aCall())).toMatchObject({ kind: 'refused' });
    expect(done()).toEqual([]);
  });

  test('with many lines warns of no leak', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error): void => void warnings.push(warning);
    process.on('warning', listen);
    tiny.answer = script({ 'GET /articles': json([]) });
    const lines = Array.from({ length: 60 }, (_, index) => ({
      ...firstLine,
      rowNumber: String(index),
      article: { productCode: `P${index}` },
    }));
    expect(await tiny.warehouse.put({ ...salesOrder, lines }, {}, aCall())).toMatchObject({
      productCodes: { length: 60 },
    });
    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });

  test('that is refused because work has begun tells what differs', async () => {
    tiny.answer = script({
      'GET /articles': json(articles),
      'PUT /orders': refused,
      'GET /orders': json([
        held(300, {
          consignee: { ...salesOrder.consignee, address1: 'Hemmelig vei 9' },
          orderLines: [line('501', 'A-100', 6), line('777', 'A-300', 1)],
        }),
      ]),
    });
    const outcome = await tiny.warehouse.put(
      { ...salesOrder, deliveryDate: '2026-11-23' },
      {},
      aCall(),
    );
    expect(outcome).toMatchObject({
      kind: 'too late',
      order: { statusNumber: 300, phase: 'begun' },
      differences: [
        { field: 'line 1', held: '6 pieces', wanted: '4 pieces' },
        { field: 'line 2', held: 'not there', wanted: '0.5 pieces of A-200' },
        { field: 'line that was removed', held: '1 piece of A-300', wanted: 'none' },
        { field: 'delivery date', held: '2026-11-24', wanted: '2026-11-23' },
        { field: 'delivery address' },
      ],
    });
    expect(JSON.stringify(outcome)).not.toContain('vei 9');
  });

  test('that changes nothing isn’t too late', async () => {
    tiny.answer = script({
      'GET /articles': json(articles),
      'PUT /orders': refused,
      'GET /orders': json([held(400)]),
    });
    expect(await tiny.warehouse.put(salesOrder, {}, aCall())).toEqual({
      kind: 'accepted',
      warehouseOrderId: '88213',
    });
  });

  test.each([
    ['is bad', json([]), {}, { kind: 'refused', faults: [{ field: 'Order' }] }],
    ['is bad and stays open', json([held(200)]), {}, { kind: 'refused' }],
    [
      'is somebody else’s',
      json([existingOrder({ goodsOwnerOrderId: null })]),
      {},
      { kind: 'foreign' },
    ],
    [
      'was cancelled',
      json([held(1000)]),
      { reopens: true },
      { kind: 'number spent', warehouseOrderId: '88213' },
    ],
    ['was cancelled unasked', json([held(1000)]), {}, { kind: 'refused' }],
  ])('that is refused is read: it %s', async (_what, orders, context, expected) => {
    tiny.answer = script({
      'GET /articles': json(articles),
      'PUT /orders': refused,
      'GET /orders': orders,
    });
    expect(await tiny.warehouse.put(salesOrder, context, aCall())).toMatchObject(expected);
  });

  test('whose article was renamed since is sent again with the new number', async () => {
    tiny.answer = script({ 'GET /articles': json(articles), 'PUT /orders': accepted });
    await tiny.warehouse.put(salesOrder, {}, aCall());
    tiny.answer = script({
      'GET /articles': json([article('4711', 'B-100'), articles[1]]),
      'GET /orders': json([held(200)]),
      'PUT /orders': ({ body }: Received) => (body.includes('A-100') ? refused : accepted),
    });
    expect(await tiny.warehouse.put(salesOrder, {}, aCall())).toMatchObject({ kind: 'accepted' });
    expect(done().filter((operation) => operation === 'PUT /orders')).toHaveLength(3);
  });

  describe('after a lost answer', () => {
    const again = (order: Order = salesOrder) =>
      tiny.warehouse.put(order, {}, aCall({ answerMayBeLost: true }));

    test.each([
      ['applied and begun', json([held(300)]), { kind: 'accepted', warehouseOrderId: '88213' }, 0],
      [
        'an earlier version is begun',
        json([held(300, { orderLines: [line('501', 'A-100', 4)] })]),
        { kind: 'too late' },
        0,
      ],
      ['still open', json([held(200)]), { kind: 'accepted' }, 1],
      ['never came', json([]), { kind: 'accepted' }, 1],
      [
        'taken by somebody else',
        json([existingOrder({ goodsOwnerOrderId: 'x' })]),
        { kind: 'foreign' },
        0,
      ],
    ])('it looks first: %s', async (_what, orders, expected, writes) => {
      tiny.answer = script({
        'GET /articles': json(articles),
        'GET /orders': orders,
        'PUT /orders': accepted,
      });
      expect(await again()).toMatchObject(expected);
      expect(done()[0]).toBe('GET /orders');
      expect(done().filter((operation) => operation === 'PUT /orders')).toHaveLength(writes);
    });
  });

  describe('with lines that were removed', () => {
    const context = { sentRows: ['501', '502', '777'] };
    const reading = (...answers: object[]): (() => Reply) => {
      const left = [...answers];
      return () => json(left.length > 1 ? left.shift() : left[0]);
    };

    test.each([
      ['are gone', [held(200)], { kind: 'accepted' }],
      [
        'are gone after a while',
        [
          held(200, { orderLines: [line('501', 'A-100', 4), line('777', 'A-300', 1)] }),
          existingOrder({}),
          held(200),
        ],
        { kind: 'accepted' },
      ],
      [
        'stay',
        [held(200, { orderLines: [line('501', 'A-100', 4), line('777', 'A-300', 1)] })],
        { kind: 'lines stayed', warehouseOrderId: '88213', rows: ['777'] },
      ],
      [
        'stay without quantity',
        [held(200, { orderLines: [line('501', 'A-100', 4), line('777', 'A-300', 0)] })],
        { kind: 'accepted' },
      ],
    ])('it is read back: they %s', async (_what, answers, expected) => {
      tiny.answer = script({
        'GET /articles': json(articles),
        'PUT /orders': accepted,
        'GET /orders/88213': reading(...answers),
      });
      expect(await tiny.warehouse.put(salesOrder, context, aCall())).toMatchObject(expected);
      expect(done()).toContain('GET /orders/88213');
    });
  });

  test.each([
    ['opens again', 200, { kind: 'accepted' }],
    ['stays cancelled', 1000, { kind: 'number spent', warehouseOrderId: '88213' }],
  ])('under the number of a cancelled one is read back: it %s', async (_what, status, expected) => {
    tiny.answer = script({
      'GET /articles': json(articles),
      'PUT /orders': accepted,
      'GET /orders/88213': json(held(status)),
    });
    expect(await tiny.warehouse.put(salesOrder, { reopens: true }, aCall())).toMatchObject(
      expected,
    );
  });
});

describe('cancelling an order', () => {
  const cancel = () => tiny.warehouse.cancel(salesOrder, aCall());

  test('looks first and cancels by the warehouse’s id', async () => {
    tiny.answer = script({
      'GET /orders': json([held(200)]),
      'DELETE /orders/88213': accepted,
      'GET /orders/88213': json(held(1000)),
    });
    expect(await cancel()).toEqual({ kind: 'cancelled', warehouseOrderId: '88213' });
    expect(done()).toEqual(['GET /orders', 'DELETE /orders/88213', 'GET /orders/88213']);
  });

  test.each([
    ['isn’t there', [], { kind: 'cancelled' }],
    ['is cancelled already', [held(1000)], { kind: 'cancelled', warehouseOrderId: '88213' }],
    ['is somebody else’s', [existingOrder({ goodsOwnerOrderId: 'x' })], { kind: 'cancelled' }],
  ])('that %s deletes nothing', async (_what, orders, expected) => {
    tiny.answer = script({ 'GET /orders': json(orders) });
    expect(await cancel()).toEqual(expected);
    expect(done()).toEqual(['GET /orders']);
  });

  test.each([
    [
      'has begun',
      held(300),
      { kind: 'refused', words: 'No. The warehouse has started.', order: { statusNumber: 300 } },
    ],
    ['was cancelled meanwhile', held(1000), { kind: 'cancelled' }],
  ])('that is refused is read: it %s', async (_what, after, expected) => {
    tiny.answer = script({
      'GET /orders': json([held(200)]),
      'DELETE /orders/88213': refused,
      'GET /orders/88213': json(after),
    });
    expect(await cancel()).toMatchObject(expected);
  });

  test('that was accepted but not carried out is told as refused', async () => {
    tiny.answer = script({
      'GET /orders': json([held(300)]),
      'DELETE /orders/88213': json({ orderId: 88213, message: 'Order noted.' }),
      'GET /orders/88213': json(held(300)),
    });
    expect(await cancel()).toMatchObject({ kind: 'refused', words: 'Order noted.' });
  });

  test('whose answer was lost says so', async () => {
    tiny.answer = script({ 'GET /orders': json([held(200)]), 'DELETE /orders/88213': () => lost });
    await expect(cancel()).rejects.toMatchObject({ decision: { kind: 'retry', answerLost: true } });
  });
});
