import { describe, expect, test } from 'vitest';

import { expectedBody } from './expected-body.ts';
import { wrongRows } from './same-order.ts';

const order = {
  OrderId: '10001',
  CustomerId: '701',
  CustomerName: 'Fjellbutikken AS',
  OrderStatus: 'Confirmed',
  DateChanged: '2026-11-20T10:00:00Z',
  YourReference: 'Kari Nordmann',
  DeliveryMethod: { Id: '2', Description: 'Bring Hjemlevering' },
  Addresses: {
    Delivery: {
      Street: 'c/o Lager\nFjellveien 7',
      PostalCode: '0150',
      PostalArea: 'OSLO',
      Country: 'Norge',
    },
  },
  InvoiceRows: [
    { RowId: '500001', Type: 'Text', Name: 'Takk' },
    { RowId: '500002', ProductId: '4001', Quantity: '2.50' },
  ],
} as const;

const rows = expectedBody({
  order: { ...order, InvoiceRows: [...order.InvoiceRows] },
  company: {
    Id: '701',
    DateChanged: order.DateChanged,
    PhoneNumbers: { Work: { Value: '+47 22 00 00 01' } },
  },
  articleNumber: (id) => ({ '4001': '000123' })[id],
  readOn: ['2026-11-20', '2026-11-21'],
  goodsOwnerId: '101',
});

const right = `{
  "goodsOwnerId": 101, "orderNumber": "10001", "goodsOwnerOrderId": "10001",
  "deliveryDate": "2026-11-21", "salesCode": "Kari Nordmann",
  "wayOfDelivery": { "code": "2", "name": "Bring Hjemlevering" },
  "advanced": { "wayOfDeliveryString": "Bring Hjemlevering" },
  "consignee": {
    "customerNumber": "701", "name": "Fjellbutikken AS", "address1": "c/o Lager",
    "address2": "Fjellveien 7", "postCode": "0150", "city": "OSLO", "countryCode": "NO",
    "invoiceAddress": { "name": "Fjellbutikken AS" }
  },
  "emailNotification": { "toBeNotified": false },
  "smsNotification": { "toBeNotified": false, "value": "+47 22 00 00 01" },
  "telephoneNotification": { "toBeNotified": false, "value": "+47 22 00 00 01" },
  "orderLines": [{ "rowNumber": "500002", "articleNumber": "000123", "numberOfItems": 2.5 }]
}`;

describe('what the warehouse must have received', () => {
  test('is what the brief says of the ERP’s order', () => {
    expect(wrongRows(right, rows)).toEqual([]);
  });

  test.each([
    ['"0150"', '150', 'Customer ⇒ PostCode'],
    ['"NO"', '"SE"', 'Customer ⇒ CountryCode'],
    ['2.5', '2.500000001', 'CustomerOrderLines ⇒ NumberOfItems'],
    ['"2026-11-21"', '"2026-11-22"', 'OrderInfo ⇒ DeliveryDate'],
    ['"salesCode": "Kari Nordmann",', '', 'OrderInfo ⇒ SalesCode'],
    [
      '"advanced": { "wayOfDeliveryString": "Bring Hjemlevering" },',
      '',
      'OrderInfo ⇒ WayOfDelivery',
    ],
    ['"000123"', '"4001"', 'CustomerOrderLines ⇒ ProductCode'],
    [
      '"value": "+47 22 00 00 01" },\n  "tele',
      '"value": "1" },\n  "tele',
      'Customer ⇒ MobilePhone',
    ],
    ['"goodsOwnerId": 101,', '"goodsOwnerId": 101, "freightPrice": 1,', 'no row of the brief'],
  ])('and %s as %s is told by its row', (from, to, row) => {
    expect(right).toContain(from);
    const wrong = wrongRows(right.replace(from, to), rows);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain(row);
  });
});
