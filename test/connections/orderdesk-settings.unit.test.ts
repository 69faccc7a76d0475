import { expect, test } from 'vitest';

import { orderDeskSettings } from '../../src/connections/adapter-settings.ts';
import type { Connection } from '../../src/connections/configuration.ts';
import { configurationOf, fileWith, leastStore } from './written-file.ts';

const only = (text: string): Connection => {
  const [connection] = configurationOf(text).connections;
  if (connection === undefined) throw new Error('it has a connection');
  return connection;
};

test('what the Order Desk adapter is told by default', () => {
  expect(orderDeskSettings(only(fileWith({}, leastStore)))).toEqual({
    url: 'https://app.orderdesk.me/api/v2',
    storeId: '4711',
    apiKey: 'store-key',
    timeZone: 'Europe/Oslo',
    folders: ['New'],
    cancelFolders: ['Canceled'],
    orderNumber: 'sourceId',
    afterImport: 'Prepared',
    onError: null,
    shippingClassMatch: {},
    notify: { email: false, sms: false, phone: false },
    products: { codeMatch: {}, codeSkip: [], inventoryLocations: [] },
    shipments: {
      afterShipment: 'Closed',
      reportAvailable: false,
      waitForTrackingMs: 900_000,
      followUpMs: 86_400_000,
    },
    stock: { enabled: expect.any(Boolean), quantity: 'sellable' },
    catalog: { enabled: false, metadata: {} },
  });
});

test('and by every key', () => {
  const written = fileWith(
    {
      'source/url': 'https://store.example/api/v2',
      'source/timeZone': 'Europe/Helsinki',
      'orders/folders': ['In', '7'],
      'orders/cancelFolders': ['Out'],
      'orders/orderNumber': 'id',
      'orders/afterImport': null,
      'orders/onError': 'Trouble',
      'orders/defaultMailClass': 'BRING/1202',
      'orders/shippingClassMatch': { Free: 'BRING/1000', Fetch: { wayOfDelivery: 'PICKUP' } },
      'orders/defaultCurrency': 'NOK',
      'orders/notify': { email: true, sms: true, phone: true },
      'orders/products': {
        codeMatch: { A: 'B,C' },
        codeSkip: ['G'],
        picklistMessageField: 'Picklist',
        giftMessageField: 'Gift',
        inventoryLocations: ['Oslo'],
      },
      'shipments/afterShipment': null,
      'shipments/reportAt': 'available',
      'shipments/waitForTracking': '1h',
      'shipments/followUp': '2h',
      'stock/quantity': 'physical',
      'catalog/enabled': true,
      'catalog/metadata': { barcode: 'UPC', hsCode: 'HS' },
    },
    leastStore,
  );
  expect(orderDeskSettings(only(written))).toMatchObject({
    url: 'https://store.example/api/v2',
    timeZone: 'Europe/Helsinki',
    folders: ['In', '7'],
    cancelFolders: ['Out'],
    orderNumber: 'id',
    afterImport: null,
    onError: 'Trouble',
    defaultMailClass: 'BRING/1202',
    shippingClassMatch: { Free: 'BRING/1000', Fetch: { wayOfDelivery: 'PICKUP' } },
    defaultCurrency: 'NOK',
    notify: { email: true, sms: true, phone: true },
    products: {
      codeMatch: { A: 'B,C' },
      codeSkip: ['G'],
      picklistMessageField: 'Picklist',
      giftMessageField: 'Gift',
      inventoryLocations: ['Oslo'],
    },
    shipments: {
      afterShipment: null,
      reportAvailable: true,
      waitForTrackingMs: 3_600_000,
      followUpMs: 7_200_000,
    },
    stock: { quantity: 'physical' },
    catalog: { enabled: true, metadata: { barcode: 'UPC', hsCode: 'HS' } },
  });
});

test('a connection with 24SevenOffice has nothing to tell the Order Desk adapter', () => {
  expect(() => orderDeskSettings(only(fileWith({})))).toThrow(
    'connection nordlys has no Order Desk store',
  );
});
