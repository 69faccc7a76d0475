import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Shipment } from '../../../src/domain/shipment.ts';
import type { SourceNote } from '../../../src/domain/source-note.ts';
import type { OrderDeskOptions } from '../../../sandbox/orderdesk/options.ts';
import { goodOrder, openSandboxStore, reference, type SandboxStore } from './sandbox-store.ts';
import { settingsFor } from './store-order.ts';
import { refusal, success } from './stub-store.ts';
import { aCall, failureOf } from '../a-call.ts';
import { lost } from '../stub-server.ts';

let store: SandboxStore;
beforeEach(async () => {
  store = await openSandboxStore({ onError: 'WMS Errors' });
});
afterEach(async () => await store.close());

const reopen = async (...given: Parameters<typeof openSandboxStore>) => {
  await store.close();
  store = await openSandboxStore(...given);
};
const shipments = settingsFor().shipments;
const add = (number = '10482') => reference(store.shop.addOrder(goodOrder(number)));
const folderOf = ({ id }: { readonly id: string }) => store.shop.order(id)?.folder;
const now = () => new Date().toISOString();
const tracked = (...numbers: string[]): Shipment => ({
  carrier: { code: 'BRING', service: '1202', name: 'Bring' },
  tracking: numbers.map((number) => ({ number, url: `https://t.example/${number}` })),
});
const report = async (order: ReturnType<typeof add>, shipment: Shipment, seenShippedAt = now()) =>
  await store.source.reportShipment(order, shipment, seenShippedAt, aCall());

describe('an order that was imported', () => {
  const mark = async (order: ReturnType<typeof add>, answerMayBeLost = false) =>
    await store.source.markImported(order, aCall({ answerMayBeLost }));

  test('is moved once', async () => {
    const order = add();
    expect(await mark(order)).toEqual({ kind: 'marked', status: 'Prepared' });
    expect(await mark(order)).toEqual({ kind: 'already', status: 'Prepared' });
    expect(await mark(order, true)).toEqual({ kind: 'already', status: 'Prepared' });
    expect(store.shop.moves(order.id)).toHaveLength(1);
  });

  test('with others in one call, without another reading just after the import', async () => {
    const orders = ['1', '2', '3', '4', '5'].map(add);
    await store.run();
    store.received.length = 0;
    await Promise.all(orders.map(async (order) => await mark(order)));
    expect(store.asked()).toEqual(['POST /move-orders']);
    expect(store.records.at(-1)).toMatchObject({ operation: 'POST /move-orders', sharedBy: 5 });
    expect(orders.map(folderOf)).toEqual(orders.map(() => 'Prepared'));
  });

  test('stays where a person put it, also just now', async () => {
    const order = add();
    await store.run();
    store.shop.moveOrder(order.id, 'Canceled');
    expect(await mark(order)).toEqual({ kind: 'moved on', status: 'Canceled' });
    expect(folderOf(order)).toBe('Canceled');
    expect(await mark(order, true)).toEqual({ kind: 'moved on', status: 'Canceled' });
  });

  test('comes out of the folder for trouble', async () => {
    const order = add();
    store.shop.moveOrder(order.id, 'WMS Errors');
    expect(await mark(order)).toEqual({ kind: 'marked', status: 'Prepared' });
  });

  test('stays where the connection wants no move', async () => {
    await reopen({ afterImport: null });
    expect(store.source.marksImported).toBe(false);
    expect(await mark(add())).toEqual({ kind: 'not wanted' });
    expect(store.shop.moves()).toEqual([]);
  });

  test('is gone', async () => {
    const order = add();
    store.shop.deleteOrder(order.id);
    expect(await mark(order)).toEqual({ kind: 'gone' });
  });

  test('one that can’t be moved doesn’t hold up the others', async () => {
    const [order, deleted] = [add('1'), add('2')];
    await store.run();
    store.shop.deleteOrder(deleted.id);
    const [good, bad] = await Promise.allSettled([mark(order), mark(deleted)]);
    expect(good).toMatchObject({ value: { kind: 'marked' } });
    expect(bad).toMatchObject({ reason: { message: expect.stringContaining('Order Not Found') } });
  });

  test('a move without a result for it is looked at before it is repeated', async () => {
    const order = add();
    const { inShop } = store;
    store.answer = (request) => {
      const reply = inShop(request);
      return request.path.endsWith('/move-orders') ? success({ results: [] }) : reply;
    };
    const failure = await failureOf(mark(order));
    expect(failure.decision).toEqual({ kind: 'retry', answerLost: true });
    expect(await mark(order, true)).toEqual({ kind: 'already', status: 'Prepared' });
  });
});

describe('a shipment', () => {
  test('is added for each tracking number, and then the order is moved', async () => {
    const order = add();
    await store.source.markImported(order, aCall());
    const seen = now();
    const followUntil = new Date(Date.parse(seen) + shipments.followUp).toISOString();
    expect(await report(order, tracked('A1', 'A2'), seen)).toEqual({
      kind: 'reported',
      status: 'Closed',
      followUntil,
    });
    expect(store.shop.shipments(order.id)).toMatchObject([
      {
        tracking_number: 'A1',
        carrier_code: 'BRING',
        shipment_method: '1202',
        tracking_url: 'https://t.example/A1',
      },
      { tracking_number: 'A2' },
    ]);
    expect(folderOf(order)).toBe('Closed');
    expect(await report(order, tracked('A1', 'A2'))).toEqual({ kind: 'already', status: 'Closed' });
    expect(store.shop.shipments(order.id)).toHaveLength(2);
    expect(store.shop.moves(order.id)).toHaveLength(2);
  });

  test('that comes later is added alone', async () => {
    const order = add();
    await report(order, tracked('A1'));
    store.received.length = 0;
    expect(await report(order, tracked('A1', 'A2'))).toMatchObject({ kind: 'reported' });
    expect(store.asked()).toEqual(['GET /orders/' + order.id, 'POST /batch-shipments']);
    expect(JSON.parse(store.received[1]!.body)).toMatchObject([{ tracking_number: 'A2' }]);
  });

  test('of several orders go out together', async () => {
    const orders = ['1', '2', '3'].map(add);
    await store.run();
    store.received.length = 0;
    await Promise.all(
      orders.map(async (order) => await report(order, tracked(`T${order.number}`))),
    );
    expect(store.asked().filter((asked) => asked.startsWith('POST'))).toEqual([
      'POST /batch-shipments',
      'POST /move-orders',
    ]);
    expect(store.asked()).toHaveLength(3 + 2);
  });

  test('one that is refused doesn’t hold up the others', async () => {
    const [order, other] = [add('1'), add('2')];
    const { inShop } = store;
    store.answer = (request) =>
      request.path.endsWith('/batch-shipments')
        ? success({
            results: (JSON.parse(request.body) as { order_id: string }[]).map(({ order_id: id }) =>
              id === order.id
                ? { status: 'success', message: 'Shipment Added' }
                : { status: 'error', message: 'Shipment Not Added' },
            ),
          })
        : inShop(request);
    const [good, bad] = await Promise.allSettled([
      report(order, tracked('A')),
      report(other, tracked('B')),
    ]);
    expect(good).toMatchObject({ status: 'fulfilled', value: { kind: 'reported' } });
    expect(bad).toMatchObject({
      status: 'rejected',
      reason: { decision: { kind: 'attention', attention: 'bad input' } },
    });
    expect(folderOf(other)).toBe('New');
  });

  test('that was added although its answer was lost isn’t added twice', async () => {
    const order = add();
    const { inShop } = store;
    store.answer = (request) => {
      const reply = inShop(request);
      return request.path.endsWith('/batch-shipments') ? lost : reply;
    };
    expect((await failureOf(report(order, tracked('A1')))).decision).toMatchObject({
      kind: 'retry',
      answerLost: true,
    });
    store.answer = inShop;
    const again = await store.source.reportShipment(
      order,
      tracked('A1'),
      now(),
      aCall({ answerMayBeLost: true }),
    );
    expect(again).toMatchObject({ kind: 'reported', status: 'Closed' });
    expect(store.shop.shipments(order.id)).toHaveLength(1);
  });

  test('that somebody added in the meantime is no fault', async () => {
    const order = add();
    const { inShop } = store;
    store.answer = (request) => {
      if (request.path.endsWith('/batch-shipments')) {
        store.shop.addShipment(order.id, { tracking_number: 'A1' });
      }
      return inShop(request);
    };
    expect(await report(order, tracked('A1'))).toMatchObject({ kind: 'reported' });
  });

  test('is added where a person has moved the order, which stays there', async () => {
    const order = add();
    store.shop.moveOrder(order.id, 'Canceled');
    expect(await report(order, tracked('A1'))).toMatchObject({
      kind: 'reported',
      status: 'Canceled',
    });
    expect(store.shop.shipments(order.id)).toHaveLength(1);
    expect(folderOf(order)).toBe('Canceled');
  });

  test('moves nothing where the connection doesn’t want it', async () => {
    await reopen({ shipments: { ...shipments, afterShipment: null, followUp: 0 } });
    const order = add();
    expect(await report(order, tracked('A1'))).toEqual({ kind: 'reported', status: 'New' });
    expect(store.shop.moves()).toEqual([]);
  });

  test('of an order that is gone', async () => {
    const order = add();
    store.shop.deleteOrder(order.id);
    expect(await report(order, tracked('A1'))).toEqual({ kind: 'gone' });
  });
});

describe('a shipment without tracking', () => {
  const untracked: Shipment = { tracking: [] };
  const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

  test('waits, without a call', async () => {
    const seen = now();
    const until = new Date(Date.parse(seen) + shipments.waitForTracking).toISOString();
    expect(await report(add(), untracked, seen)).toEqual({ kind: 'wait', until });
    expect(store.received).toEqual([]);
  });

  test('is then reported as such, once', async () => {
    const order = add();
    const seen = ago(shipments.waitForTracking + 1);
    expect(await report(order, untracked, seen)).toMatchObject({ kind: 'reported' });
    expect(store.shop.shipments(order.id)).toMatchObject([{ tracking_number: 'n/a' }]);
    expect(await report(order, untracked, seen)).toMatchObject({ kind: 'already' });
    expect(await report(order, tracked('A1'), seen)).toMatchObject({ kind: 'reported' });
    expect(store.shop.shipments(order.id)).toHaveLength(2);
  });

  test('waits on where only tracking makes it available', async () => {
    await reopen({ shipments: { ...shipments, reportAt: 'available' } });
    const order = add();
    const long = ago(10 * shipments.waitForTracking);
    expect(await report(order, untracked, long)).toMatchObject({ kind: 'wait' });
    expect(await report(order, { ...untracked, shippedAt: now() }, long)).toMatchObject({
      kind: 'wait',
    });
    expect(await report(order, { ...untracked, shippedAt: long }, long)).toMatchObject({
      kind: 'reported',
    });
  });
});

describe('a note', () => {
  const note: SourceNote = {
    key: 'in warehouse 88213',
    text: 'In the warehouse as 88213.',
    kind: 'in warehouse',
  };
  const tell = async (order: ReturnType<typeof add>, one = note) =>
    await store.source.tell!(order, one, aCall());

  test('is left once for each fact', async () => {
    const order = add();
    await tell(order);
    await tell(order);
    await tell(order, { ...note, key: 'other', text: 'Something else.' });
    const notes = store.shop.notes(order.id);
    expect(notes.map(({ sourceName }) => sourceName)).toEqual(['Crossdock', 'Crossdock']);
    expect(notes[0]?.note).toMatch(/^In the warehouse as 88213\. \[crossdock [0-9a-f]{10}\]$/);
    expect(folderOf(order)).toBe('New');
  });

  test('is left once although the answer was lost', async () => {
    const order = add();
    const { inShop } = store;
    store.answer = (request) => {
      const reply = inShop(request);
      return request.path.endsWith('/order-history') ? lost : reply;
    };
    await failureOf(tell(order));
    store.answer = inShop;
    await tell(order);
    expect(store.shop.notes(order.id)).toHaveLength(1);
  });

  test('fits into what the vendor takes', async () => {
    const order = add();
    await tell(order, { ...note, text: 'ø'.repeat(5_000) });
    expect(store.shop.notes(order.id)[0]?.note.length).toBeLessThan(1_800);
  });

  test('finds an order without a number of the shop', async () => {
    const { id } = store.shop.addOrder({ ...goodOrder(''), source_id: '' });
    await tell({ id, number: id });
    await tell({ id, number: id });
    expect(store.shop.notes(id)).toHaveLength(1);
  });

  test.each<OrderDeskOptions['filterZone']>(['UTC', 'store'])(
    'finds it among many that came in the same second, with filters in %s time',
    async (filterZone) => {
      await reopen({}, { filterZone, timeZone: 'America/Los_Angeles' });
      const date_added = '2026-11-20T08:00:00.000Z';
      const ids = Array.from(
        { length: 60 },
        () => store.shop.addOrder({ ...goodOrder(''), source_id: '', date_added }).id,
      );
      for (const id of [ids[0]!, ids[59]!]) {
        await tell({ id, number: id });
        await tell({ id, number: id });
        expect(store.shop.notes(id)).toHaveLength(1);
      }
    },
  );

  test('finds an order that is called by its id although the shop has a number', async () => {
    const { id } = store.shop.addOrder(goodOrder('WEB-7'));
    await tell({ id, number: id });
    await tell({ id, number: id });
    expect(store.shop.notes(id)).toHaveLength(1);
  });

  test('about trouble sets the order aside, once', async () => {
    const order = add();
    const trouble: SourceNote = { ...note, kind: 'attention' };
    await tell(order, trouble);
    await tell(order, trouble);
    expect(folderOf(order)).toBe('WMS Errors');
    expect(store.shop.moves(order.id)).toHaveLength(1);
  });

  test('leaves an order where a person put it', async () => {
    const order = add();
    store.shop.moveOrder(order.id, 'Canceled');
    await tell(order, { ...note, kind: 'attention' });
    expect(folderOf(order)).toBe('Canceled');
  });

  test('has no folder for trouble where the connection names none', async () => {
    await reopen();
    const order = add();
    await tell(order, { ...note, kind: 'attention' });
    expect(folderOf(order)).toBe('New');
  });

  test('of an order that is gone is nobody’s', async () => {
    const order = add();
    store.shop.deleteOrder(order.id);
    await tell(order);
    expect(store.asked().filter((asked) => asked.startsWith('POST'))).toEqual([]);
  });
});

test('an order alone costs four calls beside the import’s', async () => {
  const order = add();
  await store.run();
  store.received.length = 0;
  await store.source.markImported(order, aCall());
  await report(order, tracked('A1'));
  expect(store.asked()).toEqual([
    'POST /move-orders',
    `GET /orders/${order.id}`,
    'POST /batch-shipments',
    'POST /move-orders',
  ]);
  expect(store.shop.refusedWrites()).toEqual([]);
});

test('articles are nothing that Order Desk is asked for', async () => {
  expect(await store.source.articles(['TS-RED-M'], aCall())).toEqual({ articles: [], faults: [] });
  expect(store.received).toEqual([]);
});

test('refusals count with HTTP 200, too', async () => {
  await reopen({}, { refusesWith200: true });
  const order = add();
  store.shop.deleteOrder(order.id);
  expect(await store.source.read(order, aCall())).toBeUndefined();
  store.answer = () => refusal(200, 'Maintenance');
  expect((await failureOf(store.source.probe(aCall()))).decision).toMatchObject({
    kind: 'attention',
  });
});
