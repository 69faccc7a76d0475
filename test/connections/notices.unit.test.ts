import { describe, expect, test } from 'vitest';

import { configurationOf, fileWith, leastConnection, leastStore } from './written-file.ts';

const noticesOf = (changes: Record<string, unknown>, connection: object = leastConnection) =>
  configurationOf(fileWith(changes, connection)).notices;

describe('what this version leaves undone', () => {
  test.each<[string, Record<string, unknown>]>([
    ['warehouse.api', { 'warehouse/api': 'soap', 'warehouse/goodsOwnerCode': 'N' }],
  ])('%s is told where the file asks for it: %j', (path, changes) => {
    expect(noticesOf(changes).map((notice) => notice.path)).toEqual([
      `connections.nordlys.${path}`,
    ]);
  });

  test('with its line', () => {
    const [notice] = noticesOf({ 'warehouse/api': 'soap', 'warehouse/goodsOwnerCode': 'N' });
    expect(notice).toEqual({
      path: 'connections.nordlys.warehouse.api',
      line: 13,
      message: 'Ongoing’s SOAP API is not used by this version yet; the connection is left out',
    });
  });

  test.each<Record<string, unknown>>([
    {},
    { 'articles/enabled': true, 'articles/weightUnit': 'g' },
    { 'articles/enabled': false },
    { 'suppliers/enabled': true },
    { 'stock/every': '1h' },
    { stock: null },
    { 'stock/enabled': false },
    { 'shipments/trackingField': 'InvoiceText' },
  ])('nothing is told where the file doesn’t: %j', (changes) => {
    expect(noticesOf(changes)).toEqual([]);
  });

  test('nothing at Order Desk', () => {
    const changes = { 'catalog/enabled': true, 'shipments/followUp': '1d' };
    expect(noticesOf(changes, leastStore)).toEqual([]);
  });
});

describe('what a setting doesn’t bring', () => {
  test('variations are articles of their own', () => {
    expect(noticesOf({ 'articles/variations': true })).toEqual([
      {
        path: 'connections.nordlys.articles.variations',
        line: 14,
        message: 'the vendor’s contract has no variants: each is its own article',
      },
    ]);
  });

  test('nothing is told where there are none', () => {
    expect(noticesOf({ 'articles/variations': false })).toEqual([]);
  });
});

test('a connection that can’t run says why', () => {
  const [store] = configurationOf(fileWith({}, leastStore)).connections;
  expect(store).toMatchObject({ runnable: true });
  const soap = { 'warehouse/api': 'soap', 'warehouse/goodsOwnerCode': 'N' };
  const [connection] = configurationOf(fileWith(soap)).connections;
  expect(connection).toMatchObject({
    runnable: false,
    notRunnableBecause: expect.stringContaining('SOAP'),
  });
});
