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
  expect(connection).toEqual({
    id: 'nordlys',
    name: 'nordlys',
    system: '24sevenoffice',
    runnable: true,
    source: {
      system: '24sevenoffice',
      url: 'https://api.24sevenoffice.com',
      applicationId: expect.any(Secret),
      username: 'integration',
      password: expect.any(Secret),
      timeZone: 'Europe/Oslo',
    },
    warehouse: {
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
    },
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
    processes: {
      orders: { enabled: true, everyMs: 900_000 },
      shipments: { enabled: true, everyMs: 900_000 },
      articles: { enabled: true, everyMs: 900_000 },
      suppliers: { enabled: false, everyMs: 900_000 },
      stock: { enabled: true, everyMs: 900_000 },
    },
  });
});

test('an Order Desk connection with only what it must have', () => {
  expect(only(fileWith({}, leastStore))).toMatchObject({
    system: 'orderdesk',
    runnable: true,
    source: { url: 'https://app.orderdesk.me/api/v2', storeId: '4711' },
    orders: { folders: ['New'], cancelFolders: ['Canceled'], orderNumber: 'sourceId' },
    shipments: { reportAt: 'shipped', waitForTracking: 900_000, followUp: 86_400_000 },
  });
});

describe('what is written', () => {
  test.each([
    ['15m', 900_000],
    ['5s', 5_000],
    ['1h', 3_600_000],
    ['7d', 604_800_000],
  ])('a duration of %s', (every, everyMs) => {
    expect(only(fileWith({ 'orders/every': every })).processes.orders.everyMs).toBe(everyMs);
  });

  test.each([
    ['2026-11-01', 'Europe/Oslo', '2026-10-31T23:00:00.000Z'],
    ['2026-07-01', 'Europe/Oslo', '2026-06-30T22:00:00.000Z'],
    ['2026-07-01', 'America/New_York', '2026-07-01T04:00:00.000Z'],
    // Midnight doesn't exist on this day in Cairo.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ])('orders since %s in %s are those since %s', (since, timeZone, instant) => {
    const { orders } = only(fileWith({ 'orders/since': since, 'source/timeZone': timeZone }));
    expect(orders).toMatchObject({ since: instant });
  });

  test.each([
    ['https://api.ongoingsystems.se/nord/', 'https://api.ongoingsystems.se/nord'],
    ['http://127.0.0.1:4010/nord', 'http://127.0.0.1:4010/nord'],
    ['http://localhost:4010/nord//', 'http://localhost:4010/nord'],
    ['http://[::1]:4010/nord', 'http://[::1]:4010/nord'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
  ])('an address %s', (written, url) => {
    expect(only(fileWith({ 'warehouse/url': written })).warehouse.url).toBe(url);
  });

  test.each<[unknown, number]>([
    ['shipped', 451],
    ['collected', 500],
    ['picked', 400],
    [425, 425],
    ['425', 425],
  ])('shipped from %j on is status %d', (reportAt, number) => {
    const changes = { 'shipments/reportAt': reportAt, 'warehouse/statuses/shipped': 451 };
    expect(only(fileWith(changes)).warehouse.reportAt).toBe(number);
  });

  test('a local number that the file gives a meaning isn’t the vendor’s any more', () => {
    const byReport = only(fileWith({ 'shipments/reportAt': 425 })).warehouse.statuses.other;
    expect(byReport).toEqual({ 475: 'returned' });
    const byName = only(fileWith({ 'warehouse/statuses/shipped': 425 })).warehouse.statuses.other;
    expect(byName).toEqual({ 475: 'returned' });
    const own = only(fileWith({ 'warehouse/statuses/other': { 460: 'shipped' } }));
    expect(own.warehouse.statuses.other).toEqual({ 460: 'shipped' });
  });

  test.each<[Record<string, unknown>, number]>([
    [{}, 0],
    [{ 'shipments/trackingField': 'InvoiceText' }, 900_000],
    [{ 'shipments/trackingField': 'InvoiceText', 'shipments/waitForTracking': '0s' }, 0],
    [{ 'shipments/waitForTracking': '5m' }, 300_000],
  ])('how long a report waits for tracking: %j', (changes, waitForTracking) => {
    expect(only(fileWith(changes)).shipments).toMatchObject({ waitForTracking });
  });

  test('statuses as people and as the contract spell them', () => {
    const changes = { 'orders/statuses': ['SuperStore', 'OrderState_SuperStore', 'Web'] };
    expect(only(fileWith(changes)).orders).toMatchObject({
      statuses: ['OrderState_SuperStore', 'OrderState_SuperStore', 'Web'],
    });
    const none = only(fileWith({ 'shipments/statusOnShipped': null }));
    expect(none.shipments).toMatchObject({ statusOnShipped: null });
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
