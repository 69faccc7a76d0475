import { expect, test } from 'vitest';

import {
  ongoingSettings,
  registrySettings,
  twentyFourSevenOfficeSettings,
} from '../../src/connections/adapter-settings.ts';
import type { Connection } from '../../src/connections/configuration.ts';
import { defaultStatuses } from '../../src/systems/ongoing/settings.ts';
import { configurationOf, fileWith, leastStore } from './written-file.ts';

const only = (text: string): Connection => {
  const [connection] = configurationOf(text).connections;
  if (connection === undefined) throw new Error('it has a connection');
  return connection;
};

test('what the 24SevenOffice adapter is told', () => {
  const connection = only(
    fileWith({
      'source/identityId': '{0B8F2F0E-1111-4A5B-8C1D-000000000101}',
      'orders/since': '2026-11-01',
      'orders/statusOnImport': 'Pack',
      'orders/notify/sms': true,
      'orders/extraFields': { 'lines.Price': 'prices.linePrice' },
      'shipments/waitForTracking': '15m',
      'shipments/trackingField': 'InvoiceText',
      'articles/weightUnit': 'g',
      'articles/extraFields': { Price: 'customerPrice' },
    }),
  );
  expect(twentyFourSevenOfficeSettings(connection)).toEqual({
    url: 'https://api.24sevenoffice.com',
    applicationId: 'app-0001',
    username: 'integration',
    password: 'source-password',
    identityId: '0b8f2f0e-1111-4a5b-8c1d-000000000101',
    timeZone: 'Europe/Oslo',
    orders: {
      since: '2026-10-31T23:00:00.000Z',
      statuses: ['Confirmed'],
      cancelStatuses: ['Inactive', 'Draft', 'Offer'],
      statusOnImport: 'Pack',
      notify: { email: false, sms: true, phone: false },
      extraFields: { 'lines.Price': 'prices.linePrice' },
    },
    shipments: {
      statusOnShipped: 'OrderState_Sent',
      waitForTrackingMs: 900_000,
      trackingField: 'InvoiceText',
    },
    articles: { weightUnit: 'g', extraFields: { Price: 'customerPrice' } },
  });
});

test('what the processes of the registry are told', () => {
  expect(registrySettings(only(fileWith({})))).toEqual({
    sendsSuppliers: false,
    stockQuantity: 'physical',
    maxShareToZero: 0.2,
  });
  const changes = {
    'suppliers/enabled': true,
    'stock/quantity': 'sellable',
    'stock/maxShareToZero': '100%',
  };
  expect(registrySettings(only(fileWith(changes)))).toEqual({
    sendsSuppliers: true,
    stockQuantity: 'sellable',
    maxShareToZero: 1,
  });
});

test('what the Ongoing adapter is told', () => {
  expect(ongoingSettings(only(fileWith({ 'shipments/reportAt': 'collected' })))).toEqual({
    url: 'https://api.ongoingsystems.se/nord',
    username: 'crossdock',
    password: 'warehouse-password',
    goodsOwnerId: 101,
    timeZone: 'Europe/Stockholm',
    statuses: defaultStatuses,
    reportAt: 500,
  });
});

test('a connection with Order Desk has nothing to tell the 24SevenOffice adapter', () => {
  expect(() => twentyFourSevenOfficeSettings(only(fileWith({}, leastStore)))).toThrow(
    'connection nordlys has no 24SevenOffice account',
  );
});
