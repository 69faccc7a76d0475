import { afterEach, describe, expect, test } from 'vitest';

import type { OrderDeskOptions } from '../../../sandbox/orderdesk/options.ts';
import { seedShop } from '../../../sandbox/demonstration/seeds/shop.ts';
import { goodOrder, openSandboxStore, reference, type SandboxStore } from './sandbox-store.ts';
import { success } from './stub-store.ts';
import { aCall, failureOf } from '../a-call.ts';
import type { Received } from '../stub-server.ts';

let store: SandboxStore;
afterEach(async () => await store.close());

const numbers = (entries: readonly { readonly number: string }[]) =>
  entries.map(({ number }) => number).sort();
const standings = (entries: readonly { readonly number: string; readonly standing: string }[]) =>
  entries.map(({ number, standing }) => `${number} ${standing}`).sort();

describe('the feed of orders', () => {
  test('takes a merchant’s orders from the folder, the bad ones with what is wrong', async () => {
    store = await openSandboxStore({
      products: { codeMatch: {}, codeSkip: [], inventoryLocations: [] },
    });
    const { orders, badOrders } = seedShop(store.shop, {
      orders: 30,
      items: 12,
      seed: 7,
      badOrders: 6,
    });
    const { entries } = await store.run();
    const bad = entries.filter(({ faults }) => faults.length > 0).map(({ id }) => id);
    expect(bad.sort()).toEqual(badOrders.map(({ id }) => id).sort());
    const good = entries.filter(({ order }) => order !== undefined).map(({ id }) => id);
    expect(good.sort()).toEqual([...orders].sort());
    expect(entries.every(({ standing }) => standing === 'pulled')).toBe(true);
  });

  test('costs two calls when nothing happens, and hands nothing out twice', async () => {
    store = await openSandboxStore();
    store.shop.addOrder(goodOrder('1'));
    const first = await store.run();
    expect(numbers(first.entries)).toEqual(['1']);
    const second = await store.run(first.position);
    expect(second.entries).toEqual([]);
    store.received.length = 0;
    const third = await store.run(second.position);
    expect(third.entries).toEqual([]);
    expect(store.asked()).toEqual(['GET /orders', 'GET /orders']);
  });

  test('tells of changes, moves and cancellations of orders that have left the folder', async () => {
    store = await openSandboxStore({ onError: 'WMS Errors' });
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((number) =>
      store.shop.addOrder(goodOrder(number)),
    );
    const first = await store.run();
    expect(first.entries).toHaveLength(4);
    for (const order of [a, b, c, d]) {
      await store.source.markImported(reference(order!), aCall());
    }
    const moved = await store.run(first.position);
    expect(standings(moved.entries)).toEqual(['a ours', 'b ours', 'c ours', 'd ours']);

    store.shop.moveOrder(a!.id, 'Canceled');
    store.shop.moveOrder(b!.id, 'New');
    store.shop.editOrder(c!.id, { checkout_data: { Remark: 'More care' } });
    await store.source.tell!(
      reference(d!),
      { key: 'k', text: 'A note.', kind: 'in warehouse' },
      aCall(),
    );
    const changed = await store.run(moved.position);
    expect(standings(changed.entries)).toEqual(['a cancelled', 'b pulled', 'c ours']);
    expect(changed.entries.find(({ number }) => number === 'c')?.order?.remark).toBe('More care');
  });

  test('calls the folders of a person elsewhere', async () => {
    store = await openSandboxStore(
      {},
      { folders: { 1: 'New', 2: 'Prepared', 3: 'Closed', 4: 'Canceled', 5: 'Hold' } },
    );
    const order = store.shop.addOrder(goodOrder('1'));
    const { position } = await store.run();
    store.shop.moveOrder(order.id, 'Hold');
    const { entries } = await store.run(position);
    expect(entries).toMatchObject([{ status: 'Hold', standing: 'elsewhere', faults: [] }]);
    expect(entries[0]?.order).toBeUndefined();
  });

  test('an order of which nothing is for this warehouse starts nothing', async () => {
    store = await openSandboxStore({
      products: { codeMatch: {}, codeSkip: ['TS-RED-M'], inventoryLocations: [] },
    });
    store.shop.addOrder(goodOrder('1'));
    const { entries } = await store.run();
    expect(entries).toMatchObject([
      { status: 'New, with nothing for this warehouse', standing: 'elsewhere', faults: [] },
    ]);
  });

  test('asks for locations only where the connection filters by them, and once', async () => {
    store = await openSandboxStore({
      products: { codeMatch: {}, codeSkip: [], inventoryLocations: ['Oslo'] },
    });
    store.shop.addInventoryItem({ code: 'TS-RED-M', location: 'Oslo' });
    store.shop.addInventoryItem({ code: 'FAR', location: 'Bergen' });
    store.shop.addOrder({
      ...goodOrder('1'),
      order_items: [{ code: 'TS-RED-M' }, { code: 'FAR' }],
    });
    const first = await store.run();
    expect(first.entries[0]?.order?.lines.map(({ article }) => article)).toEqual([
      { articleNumber: 'TS-RED-M' },
    ]);
    await store.run(first.position);
    expect(store.asked().filter((asked) => asked === 'GET /inventory-items')).toHaveLength(1);
  });

  const hiding: [string, Partial<OrderDeskOptions>, (request: Received) => boolean][] = [
    [
      'dates in the store’s zone',
      { filterZone: 'store', timeZone: 'America/Los_Angeles' },
      () => false,
    ],
    ['a move that changes no time', {}, ({ query }) => query.has('modified_start_date')],
  ];
  test.each(hiding)(
    'finds within the hour what is hidden by %s',
    async (_why, options, isHidden) => {
      store = await openSandboxStore({}, options);
      const order = store.shop.addOrder(goodOrder('1'));
      const { inShop } = store;
      store.answer = (request) => (isHidden(request) ? success({ orders: [] }) : inShop(request));
      const { position } = await store.run();
      store.shop.moveOrder(order.id, 'Canceled');
      const soon = await store.run(position);
      expect(soon.entries).toEqual([]);
      const anHourLater = { ...soon.position, wideAt: '2026-01-01T00:00:00.000Z' };
      const later = await store.run(anHourLater);
      expect(standings(later.entries)).toEqual(['1 cancelled']);
      expect((await store.run(later.position)).entries).toEqual([]);
    },
  );

  test('reads all pages although orders leave the folder meanwhile', async () => {
    store = await openSandboxStore();
    const all = Array.from(
      { length: 650 },
      (_, index) => store.shop.addOrder(goodOrder(`n${index}`)).source_id,
    );
    const taken: string[] = [];
    let page = await store.source.changes(undefined, aCall());
    for (;;) {
      taken.push(...page.entries.map(({ number }) => number));
      // As the import does: what was handed out leaves the folder, all of it or a part.
      const leaving = taken.length <= 200 ? page.entries : page.entries.slice(0, 60);
      for (const { id } of leaving) store.shop.moveOrder(id, 'Prepared');
      if (!page.more) break;
      page = await store.source.changes(structuredClone(page.position), aCall());
    }
    expect(taken.toSorted()).toEqual(all.toSorted());
  });

  test('comes to an end at a server that ignores offsets', async () => {
    store = await openSandboxStore();
    for (let index = 0; index < 230; index += 1) store.shop.addOrder(goodOrder(`n${index}`));
    const { inShop } = store;
    store.answer = (request) => {
      request.query.delete('offset');
      return inShop(request);
    };
    const { entries } = await store.run();
    expect(entries).toHaveLength(200);
  });

  test('names the time of the reading by the vendor’s clock', async () => {
    store = await openSandboxStore();
    store.shop.addOrder(goodOrder('1'));
    const { inShop } = store;
    store.answer = (request) => {
      const reply = inShop(request);
      return { ...reply, headers: { ...reply.headers, date: 'Sat, 21 Nov 2026 23:30:00 GMT' } };
    };
    const { entries, position } = await store.run();
    expect(entries[0]?.readAt).toBe('2026-11-21T23:30:00.000Z');
    expect(entries[0]?.order?.deliveryDate).toBe('2026-11-22');
    expect(position).toMatchObject({ cursor: '2026-11-21T23:30:00.000Z' });
  });

  test('one order that has no id spoils the page, and says so', async () => {
    store = await openSandboxStore();
    const { inShop } = store;
    store.answer = (request) =>
      request.path.endsWith('/orders')
        ? success({ orders: [{ source_id: '1' }] })
        : inShop(request);
    const failure = await failureOf(store.run());
    expect(failure.message).toBe('Order Desk answered GET /orders without a usable orders.0.');
  });

  test('refuses a position that it didn’t make', async () => {
    store = await openSandboxStore();
    const failure = await failureOf(store.source.changes({ version: 9 }, aCall()));
    expect(failure.decision).toMatchObject({ kind: 'attention', attention: 'fault in crossdock' });
  });
});
