import { expect, test } from 'vitest';

import { configurationOf, fileWith, leastStore } from './written-file.ts';

test('every key of Order Desk is what its adapter works by', () => {
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
  const [connection] = configurationOf(written).connections;
  expect(connection?.source.settings).toMatchObject({
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
      reportAt: 'available',
      waitForTracking: 3_600_000,
      followUp: 7_200_000,
    },
    stock: { quantity: 'physical' },
    catalog: { enabled: true, metadata: { barcode: 'UPC', hsCode: 'HS' } },
  });
});

test('available is from picked on at the warehouse', () => {
  const written = fileWith({ 'shipments/reportAt': 'available' }, leastStore);
  expect(configurationOf(written).connections).toMatchObject([
    { source: { reportAt: 'picked' }, warehouse: { settings: { reportAt: 400 } } },
  ]);
});
