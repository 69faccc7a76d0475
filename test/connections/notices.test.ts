import { describe, expect, test } from 'vitest';

import { configurationOf, fileWith, leastConnection, leastStore } from './written-file.ts';

const noticesOf = (changes: Record<string, unknown>, connection: object = leastConnection) =>
  configurationOf(fileWith(changes, connection)).notices;

describe('what this version leaves undone', () => {
  test.each<[string, Record<string, unknown>]>([
    ['articles', { 'articles/enabled': true }],
    ['articles', { 'articles/weightUnit': 'g' }],
    ['suppliers', { 'suppliers/enabled': true }],
    ['stock', { 'stock/every': '1h' }],
    ['webhooks', { 'webhooks/token': 'x' }],
    ['warehouse.api', { 'warehouse/api': 'soap', 'warehouse/goodsOwnerCode': 'N' }],
  ])('%s is told where the file asks for it: %j', (path, changes) => {
    expect(noticesOf(changes).map((notice) => notice.path)).toEqual([
      `connections.nordlys.${path}`,
    ]);
  });

  test('with its line', () => {
    const [notice] = noticesOf({ 'stock/enabled': true });
    expect(notice).toEqual({
      path: 'connections.nordlys.stock',
      line: 13,
      message: 'stock levels are not written by this version yet',
    });
  });

  test.each<Record<string, unknown>>([
    {},
    { 'articles/enabled': false },
    { 'suppliers/every': '1h' },
    { 'suppliers/enabled': false },
    { stock: null },
    { 'stock/enabled': false },
    { 'shipments/trackingField': 'InvoiceText' },
  ])('nothing is told where the file doesn’t: %j', (changes) => {
    expect(noticesOf(changes)).toEqual([]);
  });

  test('at Order Desk', () => {
    const changes = { 'catalog/enabled': true, 'shipments/followUp': '1d' };
    expect(noticesOf(changes, leastStore).map((notice) => notice.path)).toEqual([
      'connections.nordlys.source.system',
      'connections.nordlys.catalog',
      'connections.nordlys.shipments.followUp',
    ]);
  });
});

test('a connection that can’t run says why', () => {
  const [store] = configurationOf(fileWith({}, leastStore)).connections;
  expect(store).toMatchObject({
    runnable: false,
    notRunnableBecause: expect.stringContaining('Order Desk'),
  });
  const soap = { 'warehouse/api': 'soap', 'warehouse/goodsOwnerCode': 'N' };
  const [connection] = configurationOf(fileWith(soap)).connections;
  expect(connection).toMatchObject({
    runnable: false,
    notRunnableBecause: expect.stringContaining('SOAP'),
  });
});
