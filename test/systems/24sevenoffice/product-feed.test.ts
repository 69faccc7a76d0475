import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { FeedPosition } from '../../../src/systems/kit/feeds/feed-page.ts';
import type { RegistrySource } from '../../../src/systems/ports/registry-source.ts';
import { openAccount, settingsFor } from './account.ts';
import { aCall, failureOf } from '../a-call.ts';
import { changedAfterIn, idsIn, xmlOf } from './order-xml.ts';
import { answer, type Received, StubVendor } from './stub-vendor.ts';
import type { Reply } from '../stub-server.ts';
import { wholeRun } from './whole-run.ts';

const minutes = 60_000;
const hours = 60 * minutes;

let vendor: StubVendor;
/** The vendor's products: id → its members. */
let products: Map<number, Readonly<Record<string, string>>>;

beforeEach(async () => {
  vendor = await StubVendor.start();
  vendor.now = new Date(Math.floor(Date.now() / 1_000) * 1_000);
  products = new Map();
  vendor.on('GetProducts', findProducts);
});
afterEach(async () => {
  await vendor.stop();
});

/** Answers a search as the vendor does, with the properties that are asked for. */
function findProducts({ body }: Received): Reply {
  const after = changedAfterIn(body);
  const ids = idsIn(body);
  const asked = new Set([...body.matchAll(/:string>(\w+)</g)].map((match) => match[1]));
  const found = [...products].filter(
    ([id, { DateChanged = '' }]) =>
      (after === undefined || Date.parse(`${DateChanged}Z`) > Date.parse(after)) &&
      (ids.length === 0 || ids.includes(id)),
  );
  return answer(
    'GetProducts',
    found
      .map(([, members]) =>
        xmlOf(
          'Product',
          Object.fromEntries(Object.entries(members).filter(([name]) => asked.has(name))),
        ),
      )
      .join(''),
  );
}

const ago = (ms: number): string => new Date(vendor.now.getTime() - ms).toISOString().slice(0, 19);
const hold = (id: number, over: Readonly<Record<string, string>> = {}): void => {
  products.set(id, {
    Id: String(id),
    No: `N-${id}`,
    Name: 'Shirt',
    Stock: '5.0000',
    StockControlled: 'true',
    DateChanged: ago(minutes),
    ...over,
  });
};
const run = async (source: RegistrySource, from: FeedPosition | undefined, full = false) =>
  await wholeRun((position) => source.products(position, { full }, aCall()), from);
const open = () => openAccount(settingsFor(vendor.url)).source;
const since = (ms: number): FeedPosition => {
  const cursor = new Date(vendor.now.getTime() - ms).toISOString();
  return { version: 1, seen: [], cursor, wideAt: cursor };
};
const codes = (entries: readonly { readonly productCode: string }[]) =>
  entries.map(({ productCode }) => Number(productCode)).sort((a, b) => a - b);

describe('a first run of products', () => {
  test('lists the ids of all there are, then reads them by id in pages of 100', async () => {
    for (let id = 250; id >= 1; id -= 1) hold(id, { DateChanged: '2019-05-01T00:00:00' });
    const source = open();
    const first = await source.products(undefined, { full: false }, aCall());
    expect(first).toMatchObject({ more: true, progress: { done: 100, of: 250 } });
    const began = vendor.now.toISOString();
    vendor.now = new Date(vendor.now.getTime() + 5 * minutes);
    const rest = await run(source, first.position);
    expect(codes([...first.entries, ...rest.entries])).toEqual(
      Array.from({ length: 250 }, (_, index) => index + 1),
    );
    const [listing, ...reads] = vendor.requests('GetProducts');
    expect(changedAfterIn(listing?.body)).toBe('1900-01-01T00:00:00Z');
    expect(listing?.body).toContain('<t:returnProperties><t:string>Id</t:string></t:return');
    expect(reads.map(({ body }) => idsIn(body).length)).toEqual([100, 100, 50]);
    expect(rest.position).toEqual({ version: 1, seen: [], cursor: began, wideAt: began });
  });

  test('goes on after a crash where it was, with a small position', async () => {
    for (let id = 1; id <= 300; id += 1) hold(id, { DateChanged: ago(10 * hours) });
    const first = await open().products(undefined, { full: false }, aCall());
    expect(JSON.stringify(first.position).length).toBeLessThan(300);
    const rest = await run(open(), first.position);
    expect(codes(rest.entries)).toEqual(Array.from({ length: 200 }, (_, index) => index + 101));
    expect(vendor.requests('GetProducts').map(({ body }) => idsIn(body).length)).toEqual([
      0, 100, 0, 100, 100,
    ]);
  });

  test('of an empty catalogue is one request, and sets the cursor', async () => {
    const { entries, pages, position } = await run(open(), undefined);
    expect({ entries, pages }).toEqual({ entries: [], pages: 1 });
    expect(position['cursor']).toBe(vendor.now.toISOString());
    expect(vendor.requests('GetProducts')).toHaveLength(1);
  });

  test('leaves out what was deleted after the listing', async () => {
    hold(1);
    hold(2);
    vendor.on('GetProducts', (request, nth) => {
      const reply = findProducts(request);
      if (nth === 1) products.delete(2);
      return reply;
    });
    expect(codes((await run(open(), undefined)).entries)).toEqual([1]);
  });
});

describe('a usual run of products', () => {
  test('is one request, from ten minutes before the last, with all that is mapped', async () => {
    hold(1, { DateChanged: ago(20 * minutes) });
    hold(2, { SupplierId: '77', StatusId: '0', Weight: '0.25' });
    const from = since(15 * minutes);
    const { entries, position } = await run(open(), from);
    expect(entries).toEqual([
      expect.objectContaining({
        productCode: '1',
        stock: '5',
        stockControlled: true,
        expired: false,
      }),
      expect.objectContaining({
        productCode: '2',
        label: 'N-2',
        supplierNumber: '77',
        expired: true,
        article: { productCode: '2', articleNumber: 'N-2', name: 'Shirt', weightKg: '0.25' },
      }),
    ]);
    const [request] = vendor.requests('GetProducts');
    expect(vendor.requests('GetProducts')).toHaveLength(1);
    expect(changedAfterIn(request?.body)).toBe(
      new Date(vendor.now.getTime() - 25 * minutes).toISOString(),
    );
    expect(position['cursor']).toBe(vendor.now.toISOString());
  });

  test('reaches back three hours once an hour', async () => {
    const cursor = vendor.now.toISOString();
    const wideAt = new Date(vendor.now.getTime() - 61 * minutes).toISOString();
    await run(open(), { version: 1, seen: [], cursor, wideAt });
    expect(changedAfterIn(vendor.requests('GetProducts')[0]?.body)).toBe(
      new Date(vendor.now.getTime() - 3 * hours).toISOString(),
    );
  });

  test('hands out a product again only when it differs as an article', async () => {
    hold(1);
    const source = open();
    const first = await run(source, since(minutes));
    expect(codes(first.entries)).toEqual([1]);
    hold(1, { Stock: '4.0000', DateChanged: ago(0) });
    const echo = await run(source, first.position);
    expect(echo.entries).toEqual([]);
    hold(1, { Name: 'Blouse', DateChanged: ago(0) });
    const second = await run(source, echo.position);
    expect(codes(second.entries)).toEqual([1]);
    expect((await run(source, second.position)).entries).toEqual([]);
  });

  test('with more than can be parsed at once is listed and read in pages instead', async () => {
    for (let id = 1; id <= 250; id += 1) hold(id, { Description: 'x'.repeat(5_000) });
    const { entries, pages } = await run(open(), since(15 * minutes));
    expect(entries).toHaveLength(250);
    expect(pages).toBe(3);
  });

  test('after a long time is listed from its cursor', async () => {
    hold(1, { DateChanged: ago(52 * hours) });
    hold(2, { DateChanged: ago(47 * hours) });
    expect(codes((await run(open(), since(48 * hours))).entries)).toEqual([2]);
    expect(vendor.requests('GetProducts')).toHaveLength(2);
  });
});

describe('a full run of products', () => {
  test('takes everything, also what was handed out before, and goes on by its position', async () => {
    for (let id = 1; id <= 150; id += 1) hold(id);
    const source = open();
    const before = await run(source, since(15 * minutes));
    expect(before.entries).toHaveLength(150);
    const full = await run(source, before.position, true);
    expect(full).toMatchObject({ pages: 2 });
    expect(full.entries).toHaveLength(150);
    expect((await run(source, full.position)).entries).toEqual([]);
  });
});

test('a position that this adapter didn’t make is refused', async () => {
  const failure = await failureOf(open().products({ version: 9 }, { full: false }, aCall()));
  expect(failure.decision).toMatchObject({ attention: 'fault in crossdock' });
  expect(failure.message).toContain('products');
});

test('a product without an id breaks the contract', async () => {
  vendor.on('GetProducts', () => answer('GetProducts', '<Product><No>1</No></Product>'));
  const failure = await failureOf(run(open(), since(minutes)));
  expect(failure.decision).toEqual({ kind: 'retry', answerLost: false });
});

describe('products by their codes', () => {
  test('are read as they are now, joined; those that are gone are left out', async () => {
    for (let id = 1; id <= 5; id += 1) hold(id);
    const source = open();
    const [some, others, articles] = await Promise.all([
      source.readProducts(['1', '2', '2', '99', 'ABC'], aCall()),
      source.readProducts(['3'], aCall()),
      source.articles(['4'], aCall()),
    ]);
    expect(codes(some)).toEqual([1, 2]);
    expect(codes(others)).toEqual([3]);
    expect(articles.articles.map(({ articleNumber }) => articleNumber)).toEqual(['N-4']);
    expect(vendor.requests('GetProducts').map(({ body }) => idsIn(body))).toEqual([
      [1, 2, 99, 3, 4],
    ]);
  });

  test('more than a hundred are several requests', async () => {
    for (let id = 1; id <= 130; id += 1) hold(id);
    const read = await open().readProducts([...products.keys()].map(String), aCall());
    expect(read).toHaveLength(130);
    expect(vendor.requests('GetProducts')).toHaveLength(2);
  });

  test('and which supplier delivers them', async () => {
    hold(1, { SupplierId: '77' });
    hold(2, { SupplierId: '-2147483648' });
    hold(3);
    hold(4, { SupplierId: '0' });
    expect(await open().productSuppliers(aCall())).toEqual([['1', '77']]);
    const [request] = vendor.requests('GetProducts');
    expect(request?.body).not.toContain('Name');
  });
});
