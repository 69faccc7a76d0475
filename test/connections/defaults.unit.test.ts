import { createHash } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { Secret } from '../../src/systems/kit/settings/secret.ts';
import { configurationOf, fileWith, leastStore } from './written-file.ts';

const only = (text: string) => {
  const [connection] = configurationOf(text).connections;
  if (connection === undefined) throw new Error('it has a connection');
  return connection;
};

test('a 24SevenOffice connection with only what it must have', () => {
  const { fingerprint, ...connection } = only(fileWith({}));
  expect(fingerprint).toMatch(/^[\da-f]{64}$/);
  const { source, warehouse, ...common } = connection;
  expect(common).toEqual({
    id: 'nordlys',
    name: 'nordlys',
    runnable: true,
    written: expect.any(Secret),
  });
  expect(source).toMatchObject({
    system: '24sevenoffice',
    systemName: '24SevenOffice',
    timeZone: 'Europe/Oslo',
    reportAt: 'shipped',
  });
  expect(source.settings).toEqual({
    system: '24sevenoffice',
    url: 'https://api.24sevenoffice.com',
    applicationId: expect.any(Secret),
    username: 'integration',
    password: expect.any(Secret),
    timeZone: 'Europe/Oslo',
    orders: {
      enabled: true,
      every: 900_000,
      statuses: ['Confirmed'],
      cancelStatuses: ['Inactive', 'Draft', 'Offer'],
      statusOnImport: null,
      notify: { email: false, sms: false, phone: false },
      extraFields: {},
    },
    shipments: {
      enabled: true,
      every: 900_000,
      reportAt: 'shipped',
      statusOnShipped: 'OrderState_Sent',
      waitForTracking: 0,
      trackingField: null,
    },
    articles: {
      enabled: true,
      every: 900_000,
      variations: false,
      weightUnit: 'kg',
      extraFields: {},
    },
    suppliers: { enabled: false, every: 900_000 },
    stock: { enabled: true, every: 900_000, quantity: 'physical', maxShareToZero: 20 },
  });
  expect(source.processes).toEqual({
    orders: { enabled: true, everyMs: 900_000 },
    shipments: { enabled: true, everyMs: 900_000 },
    articles: { enabled: true, everyMs: 900_000 },
    suppliers: { enabled: false, everyMs: 900_000 },
    stock: { enabled: true, everyMs: 900_000 },
  });
  expect(warehouse).toMatchObject({ system: 'ongoing', systemName: 'Ongoing WMS' });
  expect(warehouse.settings).toEqual({
    system: 'ongoing',
    api: 'rest',
    url: 'https://api.ongoingsystems.se/nord',
    username: 'crossdock',
    password: expect.any(Secret),
    goodsOwnerId: 101,
    timeZone: 'Europe/Stockholm',
    statuses: {
      error: 150,
      open: 200,
      begun: 300,
      picked: 400,
      shipped: 450,
      collected: 500,
      returned: 800,
      cancelled: 1000,
      other: { 425: 'begun', 475: 'returned' },
    },
    reportAt: 450,
  });
});

test('an Order Desk connection with only what it must have', () => {
  const { runnable, source } = only(fileWith({}, leastStore));
  expect(runnable).toBe(true);
  expect(source).toMatchObject({ system: 'orderdesk', systemName: 'Order Desk' });
  expect(source.settings).toEqual({
    system: 'orderdesk',
    url: 'https://app.orderdesk.me/api/v2',
    storeId: '4711',
    apiKey: expect.any(Secret),
    timeZone: 'Europe/Oslo',
    folders: ['New'],
    cancelFolders: ['Canceled'],
    orderNumber: 'sourceId',
    afterImport: 'Prepared',
    onError: null,
    shippingClassMatch: {},
    notify: { email: false, sms: false, phone: false },
    products: { codeMatch: {}, codeSkip: [], inventoryLocations: [] },
    packingSlipHosts: [],
    enabled: true,
    every: 900_000,
    shipments: {
      enabled: true,
      every: 900_000,
      afterShipment: 'Closed',
      reportAt: 'shipped',
      waitForTracking: 900_000,
      followUp: 86_400_000,
    },
    stock: { enabled: false, every: 900_000, quantity: 'sellable', maxShareToZero: 20 },
    catalog: { enabled: false, every: 86_400_000, metadata: {} },
  });
});

describe('what is written', () => {
  test.each([
    ['15m', 900_000],
    ['5s', 5_000],
    ['1h', 3_600_000],
    ['7d', 604_800_000],
  ])('a duration of %s', (every, everyMs) => {
    expect(only(fileWith({ 'orders/every': every })).source.processes.orders?.everyMs).toBe(
      everyMs,
    );
  });

  test.each([
    ['2026-11-01', 'Europe/Oslo', '2026-10-31T23:00:00.000Z'],
    ['2026-07-01', 'Europe/Oslo', '2026-06-30T22:00:00.000Z'],
    ['2026-07-01', 'America/New_York', '2026-07-01T04:00:00.000Z'],
    // Midnight doesn't exist on this day in Cairo.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ])('orders since %s in %s are those since %s', (since, timeZone, instant) => {
    const { source } = only(fileWith({ 'orders/since': since, 'source/timeZone': timeZone }));
    expect(source.settings['orders']).toMatchObject({ since: instant });
  });

  test.each([
    ['https://api.ongoingsystems.se/nord/', 'https://api.ongoingsystems.se/nord'],
    ['http://127.0.0.1:4010/nord', 'http://127.0.0.1:4010/nord'],
    ['http://localhost:4010/nord//', 'http://localhost:4010/nord'],
    ['http://[::1]:4010/nord', 'http://[::1]:4010/nord'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
  ])('an address %s', (written, url) => {
    expect(only(fileWith({ 'warehouse/url': written })).warehouse.settings['url']).toBe(url);
  });

  test.each<[unknown, number]>([
    ['shipped', 451],
    ['collected', 500],
    ['picked', 400],
    [425, 425],
    ['425', 425],
  ])('shipped from %j on is status %d', (reportAt, number) => {
    const changes = { 'shipments/reportAt': reportAt, 'warehouse/statuses/shipped': 451 };
    expect(only(fileWith(changes)).warehouse.settings['reportAt']).toBe(number);
  });

  test('a local number that the file gives a meaning isn’t the vendor’s any more', () => {
    const settings = (changes: Record<string, unknown>) =>
      only(fileWith(changes)).warehouse.settings;
    const left = { 475: 'returned' };
    expect(settings({ 'shipments/reportAt': 425 })).toHaveProperty('statuses.other', left);
    expect(settings({ 'warehouse/statuses/shipped': 425 })).toHaveProperty('statuses.other', left);
    const own = { 460: 'shipped' };
    expect(settings({ 'warehouse/statuses/other': own })).toHaveProperty('statuses.other', own);
  });

  test.each<[Record<string, unknown>, number]>([
    [{}, 0],
    [{ 'shipments/trackingField': 'InvoiceText' }, 900_000],
    [{ 'shipments/trackingField': 'InvoiceText', 'shipments/waitForTracking': '0s' }, 0],
    [{ 'shipments/waitForTracking': '5m' }, 300_000],
  ])('how long a report waits for tracking: %j', (changes, waitForTracking) => {
    expect(only(fileWith(changes)).source.settings['shipments']).toMatchObject({ waitForTracking });
  });

  test('statuses as people and as the contract spell them', () => {
    const changes = { 'orders/statuses': ['SuperStore', 'OrderState_SuperStore', 'Web'] };
    expect(only(fileWith(changes)).source.settings['orders']).toMatchObject({
      statuses: ['OrderState_SuperStore', 'OrderState_SuperStore', 'Web'],
    });
    const none = only(fileWith({ 'shipments/statusOnShipped': null }));
    expect(none.source.settings['shipments']).toMatchObject({ statusOnShipped: null });
  });
});

describe('the fingerprint', () => {
  const of = (changes: Record<string, unknown>) => only(fileWith(changes)).fingerprint;

  test.each([
    ['source/username', 'other'],
    ['source/url', 'https://other.example'],
    ['source/identityId', '0b8f2f0e-1111-4a5b-8c1d-000000000101'],
    ['warehouse/url', 'https://api.ongoingsystems.se/syd'],
    ['warehouse/goodsOwnerId', 102],
  ])('changes with %s', (path, value) => {
    expect(of({ [path]: value })).not.toBe(of({}));
  });

  test('is the one that earlier versions made', () => {
    const sha256 = (parts: readonly unknown[]) =>
      createHash('sha256').update(JSON.stringify(parts)).digest('hex');
    const warehouse = 'https://api.ongoingsystems.se/nord';
    expect(of({})).toBe(
      sha256(['https://api.24sevenoffice.com', 'integration', null, warehouse, 101]),
    );
    expect(only(fileWith({}, leastStore)).fingerprint).toBe(
      sha256(['https://app.orderdesk.me/api/v2', '4711', null, warehouse, 201]),
    );
  });

  test.each([
    ['source/password', 'other'],
    ['warehouse/password', 'other'],
    ['warehouse/url', 'https://api.ongoingsystems.se/nord/'],
    ['orders/every', '1h'],
    ['name', 'Nordlys'],
  ])('stays with %s', (path, value) => {
    expect(of({ [path]: value })).toBe(of({}));
  });
});
