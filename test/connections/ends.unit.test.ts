import pino from 'pino';
import { describe, expect, test } from 'vitest';

import { Secret } from '../../src/systems/kit/settings/secret.ts';
import { CircuitBreaker } from '../../src/systems/kit/pacing/circuit-breaker.ts';
import { RateLimiter } from '../../src/systems/kit/pacing/rate-limiter.ts';
import { configurationOf, fileWith, leastStore } from './written-file.ts';

const only = (changes: Readonly<Record<string, unknown>>, connection?: object) => {
  const [read] = configurationOf(fileWith(changes, connection)).connections;
  if (read === undefined) throw new Error('it has a connection');
  return read;
};

test('what the 24SevenOffice adapter works by', () => {
  const { settings } = only({
    'source/identityId': '{0B8F2F0E-1111-4A5B-8C1D-000000000101}',
    'orders/since': '2026-11-01',
    'orders/statusOnImport': 'Pack',
    'orders/notify/sms': true,
    'orders/extraFields': { 'lines.Price': 'prices.linePrice' },
    'shipments/waitForTracking': '15m',
    'shipments/trackingField': 'InvoiceText',
    'articles/weightUnit': 'g',
    'articles/extraFields': { Price: 'customerPrice' },
  }).source;
  expect(settings).toMatchObject({
    applicationId: new Secret('app-0001'),
    identityId: '0b8f2f0e-1111-4a5b-8c1d-000000000101',
    orders: {
      since: '2026-10-31T23:00:00.000Z',
      statusOnImport: 'Pack',
      notify: { email: false, sms: true, phone: false },
      extraFields: { 'lines.Price': 'prices.linePrice' },
    },
    shipments: { waitForTracking: 900_000, trackingField: 'InvoiceText' },
    articles: { weightUnit: 'g', extraFields: { Price: 'customerPrice' } },
  });
});

test('what the Ongoing adapter works by', () => {
  expect(only({ 'shipments/reportAt': 'collected' }).warehouse.settings).toMatchObject({
    goodsOwnerId: 101,
    reportAt: 500,
  });
});

describe('what a source keeps beside orders', () => {
  const limiter = new RateLimiter({ system: 'a source', concurrency: 1, requestTimeoutMs: 1_000 });
  const breaker = new CircuitBreaker({ system: 'a source' });
  const log = pino({ level: 'silent' });
  const registryOf = (changes: Readonly<Record<string, unknown>>, connection?: object) =>
    only(changes, connection).source.open({ limiter, breaker, observe: () => {}, log }).registry;

  test('at 24SevenOffice', () => {
    expect(registryOf({})).toMatchObject({
      sendsSuppliers: false,
      stockQuantity: 'physical',
      maxShareToZero: 0.2,
      suppliers: expect.anything(),
    });
    const changes = {
      'suppliers/enabled': true,
      'stock/quantity': 'sellable',
      'stock/maxShareToZero': '100%',
    };
    expect(registryOf(changes)).toMatchObject({
      sendsSuppliers: true,
      stockQuantity: 'sellable',
      maxShareToZero: 1,
    });
  });

  test('at Order Desk', () => {
    const registry = registryOf({ 'orders/products/codeMatch': { SET: 'A,B' } }, leastStore);
    expect(registry).toMatchObject({ sendsSuppliers: false, stockQuantity: 'sellable' });
    expect(registry?.suppliers).toBeUndefined();
    expect(registry?.inventory?.articlesOf('SET')).toEqual(['A', 'B']);
  });
});

describe('that a connection changed', () => {
  const written = (changes: Readonly<Record<string, unknown>>) => only(changes).written.reveal();

  test.each([
    ['source/password', 'other'],
    ['warehouse/password', 'other'],
    ['orders/statuses', ['Web']],
    ['name', 'Nordlys'],
  ])('is seen by %s', (path, value) => {
    expect(written({ [path]: value })).not.toBe(written({}));
  });

  test('isn’t seen by how often a process runs, which is for its schedule', () => {
    expect(written({ 'orders/every': '1h' })).toBe(written({ 'orders/every': '2h' }));
  });
});
