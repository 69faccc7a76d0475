import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { TwentyFourSevenOfficeSettings } from '../../../src/systems/24sevenoffice/settings.ts';
import type { FeedPosition } from '../../../src/systems/kit/feeds/feed-page.ts';
import type { Source } from '../../../src/systems/ports/source.ts';
import { openAccount, settingsFor } from './account.ts';
import { aCall, failureOf } from '../a-call.ts';
import { changedAfterIn, fullOrder, idsIn } from './order-xml.ts';
import { wholeRun } from './whole-run.ts';
import { answer, type Received, StubVendor } from './stub-vendor.ts';
import type { Reply } from '../stub-server.ts';

interface Held {
  readonly status: string;
  readonly changed: string;
  readonly title?: string;
}

let vendor: StubVendor;
/** The vendor's orders. */
let orders: Map<number, Held>;
const minutes = 60_000;
const at = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 19);

beforeEach(async () => {
  vendor = await StubVendor.start();
  vendor.now = new Date(Math.floor(Date.now() / 1_000) * 1_000);
  orders = new Map();
  vendor.on('GetInvoices', findOrders);
});
afterEach(async () => {
  await vendor.stop();
});

/** Answers a search as the vendor does. */
function findOrders({ body }: Received): Reply {
  const after = changedAfterIn(body);
  const states = [...body.matchAll(/OrderSlipStateType>(\w+)</g)].map((match) => match[1]);
  const ids = idsIn(body);
  const found = [...orders].filter(
    ([id, { status, changed }]) =>
      (after === undefined || Date.parse(`${changed}Z`) > Date.parse(after)) &&
      (states.length === 0 || states.includes(status)) &&
      (ids.length === 0 || ids.includes(id)),
  );
  return answer(
    'GetInvoices',
    found
      .map(([id, { status, changed, title }]) =>
        fullOrder(id, {
          OrderStatus: status,
          DateChanged: changed,
          InvoiceTitle: title ?? 'as ordered',
        }),
      )
      .join(''),
  );
}

const settings = (orders: Partial<TwentyFourSevenOfficeSettings['orders']> = {}) => {
  const base = settingsFor(vendor.url);
  return { ...base, orders: { ...base.orders, ...orders } };
};
const ago = (ms: number): string => at(vendor.now.getTime() - ms);
const hold = (id: number, status = 'Confirmed', changed = ago(minutes), title?: string): void => {
  orders.set(id, { status, changed, ...(title === undefined ? {} : { title }) });
};

const run = async (source: Source, from: FeedPosition | undefined) =>
  await wholeRun((position) => source.changes(position, aCall()), from);

describe('the first run', () => {
  test('takes all orders in the pulled statuses, however old, ids first', async () => {
    hold(2, 'Confirmed', '2020-01-01T00:00:00');
    hold(1);
    hold(3, 'Draft');
    const { source } = openAccount(settings());
    const { entries, position } = await run(source, undefined);
    expect(entries.map(({ id }) => id).sort()).toEqual(['1', '2']);
    const [listing, read] = vendor.requests('GetInvoices');
    expect(listing?.body).toContain('<t:OrderStates><t:OrderSlipStateType>Confirmed<');
    expect(listing?.body).not.toContain('ChangedAfter');
    expect(listing?.body).not.toContain('InvoiceRows');
    expect(idsIn(read?.body ?? '')).toEqual([1, 2]);
    expect(position['cursor']).toBe(vendor.now.toISOString());
  });

  test('begins at `since`, and takes nothing that changed before', async () => {
    const since = new Date(vendor.now.getTime() - 60 * minutes).toISOString();
    hold(1, 'Confirmed', ago(61 * minutes));
    hold(2, 'Confirmed', ago(59 * minutes));
    const { source } = openAccount(settings({ since }));
    const { entries, position } = await run(source, undefined);
    expect(entries.map(({ id }) => id)).toEqual(['2']);
    expect(changedAfterIn(vendor.requests('GetInvoices')[0]?.body)).toBe(
      new Date(Date.parse(since) - 180 * minutes).toISOString(),
    );
    hold(3, 'Confirmed', ago(70 * minutes));
    expect((await run(source, position)).entries).toEqual([]);
  });

  test('of an empty account costs one request, and sets the cursor', async () => {
    const { source } = openAccount(settings());
    const { entries, position, pages } = await run(source, undefined);
    expect({ entries, pages }).toEqual({ entries: [], pages: 1 });
    expect(position['cursor']).toBe(vendor.now.toISOString());
    expect(vendor.requests('GetInvoices')).toHaveLength(1);
  });
});

describe('a usual run', () => {
  test('is one request, from ten minutes before the last, with an explicit zone', async () => {
    const { source } = openAccount(settings());
    const first = await run(source, undefined);
    const began = vendor.now.getTime();
    vendor.now = new Date(began + 15 * minutes);
    hold(7, 'Confirmed', at(began + 5 * minutes));
    const requests = vendor.requests('GetInvoices').length;
    const second = await run(source, first.position);
    expect(second.entries.map(({ id }) => id)).toEqual(['7']);
    expect(vendor.requests('GetInvoices')).toHaveLength(requests + 1);
    const { body } = vendor.requests('GetInvoices').at(-1) ?? { body: '' };
    expect(changedAfterIn(body)).toBe(new Date(began - 10 * minutes).toISOString());
    expect(body).not.toContain('OrderStates');
    expect(second.position['cursor']).toBe(new Date(began + 15 * minutes).toISOString());
  });

  test('tells every status by what it means', async () => {
    const statuses = ['Confirmed', 'Pack', 'OrderState_Sent', 'Inactive', 'Invoiced', 'Brand New'];
    statuses.forEach((status, index) => hold(index + 1, status));
    const { source } = openAccount(settings({ statusOnImport: 'Pack' }));
    const cursor = new Date(vendor.now.getTime() - 15 * minutes).toISOString();
    const { entries } = await run(source, { version: 1, seen: [], cursor, wideAt: cursor });
    expect(
      entries.map(({ status, standing, order }) => [status, standing, order !== undefined]),
    ).toEqual([
      ['Confirmed', 'pulled', true],
      ['Pack', 'ours', true],
      ['Sent', 'ours', true],
      ['Inactive', 'cancelled', false],
      ['Invoiced', 'elsewhere', false],
      ['Brand New', 'elsewhere', false],
    ]);
  });

  test('hands out an order again only when something about it changed', async () => {
    hold(1);
    const { source } = openAccount(settings());
    const first = await run(source, undefined);
    expect(first.entries).toHaveLength(1);
    vendor.now = new Date(vendor.now.getTime() + 2 * minutes);
    const second = await run(source, first.position);
    expect(second.entries).toEqual([]);
    hold(1, 'Confirmed', orders.get(1)?.changed, 'changed within the same minute');
    const third = await run(source, second.position);
    expect(third.entries.map(({ order }) => order?.remark)).toEqual([
      'changed within the same minute',
    ]);
    expect((await run(source, third.position)).entries).toEqual([]);
  });

  test('reaches back three hours once an hour', async () => {
    const { source } = openAccount(settings());
    const cursor = vendor.now.toISOString();
    const wideAt = new Date(vendor.now.getTime() - 61 * minutes).toISOString();
    const { position } = await run(source, { version: 1, seen: [], cursor, wideAt });
    const { body } = vendor.requests('GetInvoices')[0] ?? { body: '' };
    expect(changedAfterIn(body)).toBe(new Date(vendor.now.getTime() - 180 * minutes).toISOString());
    expect(position['wideAt']).toBe(cursor);
    await run(source, position);
    expect(changedAfterIn(vendor.requests('GetInvoices')[1]?.body)).toBe(
      new Date(vendor.now.getTime() - 10 * minutes).toISOString(),
    );
  });

  test('with more than can be parsed at once is read in pages instead', async () => {
    for (let id = 1; id <= 250; id += 1) hold(id, 'Confirmed', ago(minutes), 'x'.repeat(5_000));
    const { source } = openAccount(settings());
    const cursor = new Date(vendor.now.getTime() - 15 * minutes).toISOString();
    const { entries, pages } = await run(source, { version: 1, seen: [], cursor, wideAt: cursor });
    expect(entries).toHaveLength(250);
    expect(pages).toBe(2);
  });
});

describe('a long window', () => {
  const longAgo = (): FeedPosition => {
    const cursor = new Date(vendor.now.getTime() - 48 * 60 * minutes).toISOString();
    return { version: 1, seen: [], cursor, wideAt: cursor };
  };

  test('is listed, then read by id in pages of 200; the cursor is the first request’s time', async () => {
    for (let id = 1; id <= 450; id += 1) hold(id, id % 10 === 0 ? 'Invoiced' : 'Confirmed');
    const { source } = openAccount(settings());
    const began = vendor.now;
    const first = await source.changes(longAgo(), aCall());
    expect(first.more).toBe(true);
    vendor.now = new Date(began.getTime() + 5 * minutes);
    const rest = await run(source, first.position);
    const ids = [...first.entries, ...rest.entries].map(({ id }) => Number(id));
    expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
    const reads = vendor.requests('GetInvoices').map(({ body }) => idsIn(body).length);
    expect(reads).toEqual([0, 200, 200, 5]);
    expect(rest.position['cursor']).toBe(began.toISOString());
    expect(rest.position).not.toHaveProperty('run');
  });

  test('goes on after a crash where it was, with a small position', async () => {
    for (let id = 1; id <= 300; id += 1) hold(id, 'Confirmed', ago(10 * 60 * minutes));
    const before = openAccount(settings());
    const began = vendor.now;
    const first = await before.source.changes(longAgo(), aCall());
    expect(JSON.stringify(first.position).length).toBeLessThan(1_000);
    vendor.now = new Date(began.getTime() + minutes);
    const after = openAccount(settings());
    const rest = await run(after.source, first.position);
    expect(rest.entries.map(({ id }) => Number(id))).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 201),
    );
    expect(rest.position['cursor']).toBe(began.toISOString());
  });

  test('forgets an order that is deleted between the listing and the reading', async () => {
    hold(1);
    hold(2);
    vendor.on('GetInvoices', (request, nth) => {
      const reply = findOrders(request);
      if (nth === 1) orders.delete(2);
      return reply;
    });
    const { source } = openAccount(settings());
    const { entries } = await run(source, longAgo());
    expect(idsIn(vendor.requests('GetInvoices')[1]?.body ?? '')).toEqual([1, 2]);
    expect(entries.map(({ id }) => id)).toEqual(['1']);
  });
});

describe('a position', () => {
  test.each([
    { version: 2, seen: [] },
    { version: 1 },
    { version: 1, seen: [], cursor: 'yesterday' },
  ])('that this adapter didn’t make is refused: %j', async (position) => {
    const { source } = openAccount(settings());
    const failure = await failureOf(source.changes(position, aCall()));
    expect(failure.decision).toMatchObject({ attention: 'fault in crossdock' });
    expect(vendor.received).toHaveLength(0);
  });

  test('remembers at most 2,000 orders', async () => {
    for (let id = 1; id <= 2_300; id += 1) hold(id, 'Invoiced', ago(id * 1_000));
    const { source } = openAccount(settings());
    const cursor = new Date(vendor.now.getTime() - 90 * minutes).toISOString();
    const { position } = await run(source, { version: 1, seen: [], cursor, wideAt: cursor });
    const seen = position['seen'] as [string, string, string][];
    expect(seen).toHaveLength(2_000);
    expect(seen[0]?.[0]).toBe('1');
  });
});
