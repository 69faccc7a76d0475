import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { FeedPosition } from '../../../src/systems/kit/feeds/feed-page.ts';
import type { CompanyRead, RegistrySource } from '../../../src/systems/ports/registry-source.ts';
import { openAccount, settingsFor } from './account.ts';
import { aCall } from '../a-call.ts';
import { changedAfterIn, idsIn, xmlOf } from './order-xml.ts';
import { answer, StubVendor } from './stub-vendor.ts';
import { wholeRun } from './whole-run.ts';

const minutes = 60_000;
let vendor: StubVendor;
/** The vendor's companies: id → type and name. */
let companies: Map<number, { readonly type: string; readonly name: string }>;

beforeEach(async () => {
  vendor = await StubVendor.start();
  vendor.now = new Date(Math.floor(Date.now() / 1_000) * 1_000);
  companies = new Map([
    [1, { type: 'Business', name: 'Customer AS' }],
    [2, { type: 'Supplier', name: 'Wholesale AS' }],
    [3, { type: 'None', name: 'Both AS' }],
  ]);
  vendor.on('GetCompanies', ({ body }) => {
    const ids = idsIn(body);
    return answer(
      'GetCompanies',
      [...companies]
        .filter(([id]) => ids.length === 0 || ids.includes(id))
        .map(([id, { type, name }]) =>
          xmlOf('Company', {
            Id: String(id),
            Name: body.includes('>Name<') ? name : 'omit',
            // The contract leaves a default out.
            Type: type === 'None' ? 'omit' : type,
            DateChanged: new Date(vendor.now.getTime() - minutes).toISOString().slice(0, 19),
          }),
        )
        .join(''),
    );
  });
});
afterEach(async () => {
  await vendor.stop();
});

const open = (): RegistrySource => openAccount(settingsFor(vendor.url)).source;
const run = async (source: RegistrySource, from: FeedPosition | undefined, full = false) =>
  await wholeRun((position) => source.suppliers(position, { full }, aCall()), from);
const told = (entries: readonly CompanyRead[]) =>
  entries.map(({ number, isSupplier, supplier }) => [number, isSupplier, supplier?.name]).sort();
const lately = (): FeedPosition => {
  const cursor = new Date(vendor.now.getTime() - 15 * minutes).toISOString();
  return { version: 1, seen: [], cursor, wideAt: cursor };
};

describe('companies', () => {
  test('of a first run: suppliers in full, the others by their number alone', async () => {
    const { entries, position } = await run(open(), undefined);
    expect(told(entries)).toEqual([
      ['1', false, undefined],
      ['2', true, 'Wholesale AS'],
      ['3', false, undefined],
    ]);
    expect(entries.flatMap(({ faults }) => faults)).toEqual([]);
    const [listing, read] = vendor.requests('GetCompanies');
    expect(changedAfterIn(listing?.body)).toBe('1900-01-01T00:00:00Z');
    expect(listing?.body).not.toContain('Addresses');
    expect(idsIn(read?.body ?? '')).toEqual([2]);
    expect(position['cursor']).toBe(vendor.now.toISOString());
  });

  test('of a usual run: all in full, by one request', async () => {
    const source = open();
    const first = await run(source, lately());
    expect(told(first.entries)).toEqual([
      ['1', false, 'Customer AS'],
      ['2', true, 'Wholesale AS'],
      ['3', false, 'Both AS'],
    ]);
    expect(vendor.requests('GetCompanies')).toHaveLength(1);
    companies.set(3, { type: 'None', name: 'Renamed AS' });
    expect(told((await run(source, first.position)).entries)).toEqual([['3', false, 'Renamed AS']]);
  });

  test('of a full run: everything again', async () => {
    const source = open();
    const first = await run(source, lately());
    expect((await run(source, first.position, true)).entries).toHaveLength(3);
  });

  test('come in pages of 500; a page without suppliers costs nothing', async () => {
    companies.clear();
    for (let id = 1; id <= 1_200; id += 1) {
      companies.set(id, { type: id <= 500 ? 'Consumer' : 'Supplier', name: 'x' });
    }
    const { entries, pages } = await run(open(), undefined);
    expect({ entries: entries.length, pages }).toEqual({ entries: 1_200, pages: 3 });
    expect(vendor.requests('GetCompanies').map(({ body }) => idsIn(body).length)).toEqual([
      0, 500, 200,
    ]);
  });

  test('are read by their numbers, joined; those that are gone are left out', async () => {
    const source = open();
    const [some, others] = await Promise.all([
      source.readSuppliers(['3', '3', '99', 'X'], aCall()),
      source.readSuppliers(['1'], aCall()),
    ]);
    expect(told(some)).toEqual([['3', false, 'Both AS']]);
    expect(told(others)).toEqual([['1', false, 'Customer AS']]);
    expect(vendor.requests('GetCompanies')).toHaveLength(1);
  });
});
