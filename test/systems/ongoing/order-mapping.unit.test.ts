import { describe, expect, test } from 'vitest';

import { readJsonAsText, writeJson } from '../../../src/systems/kit/rest/exact-json.ts';
import { orderBody } from '../../../src/systems/ongoing/rest/orders/order-body.ts';
import { firstLine, secondLine, salesOrder } from './sales-order.ts';

const articleNumbers: Readonly<Record<string, string>> = { '4711': 'A-100', '4712': 'A-200' };
const numbered = ({ article }: { article: object }): string =>
  'productCode' in article ? (articleNumbers[String(article.productCode)] ?? '') : '';

function written(order = salesOrder): unknown {
  const { body, faults } = orderBody(order, 101, numbered);
  expect(faults).toEqual([]);
  return readJsonAsText(writeJson(body));
}

function at(body: unknown, path: string): unknown {
  let value = body;
  for (const member of path.split('.')) value = (value as Record<string, unknown>)[member];
  return value;
}

describe('each row of the sales order table has its place in the REST body', () => {
  const body = written();
  test.each([
    ['OrderInfo ⇒ GoodsOwnerOrderNumber', 'orderNumber', '10482'],
    ['(the source’s own id) ⇒ GoodsOwnerOrderId', 'goodsOwnerOrderId', '90210'],
    ['OrderInfo ⇒ DeliveryDate', 'deliveryDate', '2026-11-24'],
    ['OrderInfo ⇒ ReferenceNumber', 'referenceNumber', 'PO-7781'],
    ['OrderInfo ⇒ SalesCode', 'salesCode', 'Testperson Innkjøp'],
    ['OrderInfo ⇒ WayOfDelivery', 'advanced.wayOfDeliveryString', 'Bring 1202'],
    ['OrderInfo ⇒ WayOfDeliveryType ⇒ Code', 'wayOfDelivery.code', '7'],
    ['OrderInfo ⇒ WayOfDeliveryType ⇒ Name', 'wayOfDelivery.name', 'Bring 1202'],
    ['OrderInfo ⇒ OrderRemark', 'orderRemark', 'Web order, November'],
    ['Customer ⇒ CustomerNumber', 'consignee.customerNumber', '5511'],
    ['Customer ⇒ Name', 'consignee.name', 'Eksempel Mottak AS'],
    ['Customer ⇒ Address', 'consignee.address1', 'Prøvegata 1'],
    ['Customer ⇒ PostCode', 'consignee.postCode', '0150'],
    ['Customer ⇒ City', 'consignee.city', 'Oslo'],
    ['Customer ⇒ CountryCode', 'consignee.countryCode', 'NO'],
    ['Customer ⇒ CountryStateCode', 'consignee.countryStateCode', '03'],
    ['Customer ⇒ MobilePhone', 'smsNotification.value', '+4799999999'],
    ['Customer ⇒ TelePhone', 'telephoneNotification.value', '22222222'],
    ['Customer ⇒ Email', 'emailNotification.value', 'mottak@eksempel.test'],
    ['Customer ⇒ InvoiceAddress ⇒ name', 'consignee.invoiceAddress.name', 'Eksempel Regnskap AS'],
    ['Customer ⇒ InvoiceAddress ⇒ Address', 'consignee.invoiceAddress.address1', 'Fakturaveien 2'],
    ['Customer ⇒ InvoiceAddress ⇒ PostCode', 'consignee.invoiceAddress.postCode', '5003'],
    ['Customer ⇒ InvoiceAddress ⇒ City', 'consignee.invoiceAddress.city', 'Bergen'],
    ['Customer ⇒ InvoiceAddress ⇒ CountryCode', 'consignee.invoiceAddress.countryCode', 'NO'],
    [
      'Customer ⇒ InvoiceAddress ⇒ CountryStateCode',
      'consignee.invoiceAddress.countryStateCode',
      '46',
    ],
    ['CustomerOrderLines ⇒ ProductCode', 'orderLines.0.articleNumber', 'A-100'],
    ['CustomerOrderLines ⇒ ExternalOrderLineCode', 'orderLines.0.rowNumber', '501'],
    ['CustomerOrderLines ⇒ NumberOfItems', 'orderLines.1.numberOfItems', '0.5'],
  ])('%s ⇒ %s', (_row, path, value) => {
    expect(at(body, path)).toBe(value);
  });
});

describe('the body of an order', () => {
  test('holds nothing beyond what the order says', () => {
    expect(
      written({
        ...salesOrder,
        referenceNumber: undefined,
        salesCode: undefined,
        remark: undefined,
        wayOfDelivery: undefined,
        consignee: { name: 'Eksempel Mottak AS' },
        email: { toBeNotified: true, value: 'mottak@eksempel.test' },
        mobile: { toBeNotified: false },
        telephone: { toBeNotified: false },
        lines: [firstLine],
      }),
    ).toEqual({
      goodsOwnerId: '101',
      orderNumber: '10482',
      goodsOwnerOrderId: '90210',
      deliveryDate: '2026-11-24',
      consignee: { name: 'Eksempel Mottak AS' },
      emailNotification: { toBeNotified: true, value: 'mottak@eksempel.test' },
      smsNotification: { toBeNotified: false },
      telephoneNotification: { toBeNotified: false },
      orderLines: [{ rowNumber: '501', articleNumber: 'A-100', numberOfItems: '4' }],
    });
  });

  test('tells the warehouse not to notify, rather than nothing', () => {
    const text = writeJson(orderBody(salesOrder, 101, numbered).body);
    expect(text).toContain('"smsNotification":{"toBeNotified":false,"value":"+4799999999"}');
  });

  test.each([
    ['4.00', '"numberOfItems":4.00'],
    ['12345678901234567.25', '"numberOfItems":12345678901234567.25'],
    ['.5', '"numberOfItems":0.5'],
    ['-2', '"numberOfItems":-2'],
  ])('writes the quantity %s with all its digits, as a number', (quantity, expected) => {
    const lines = [{ ...firstLine, quantity }];
    expect(writeJson(orderBody({ ...salesOrder, lines }, 101, numbered).body)).toContain(expected);
  });

  test.each([
    [
      'Order number',
      { number: 'x'.repeat(51) },
      'Order number is 51 characters long; the warehouse takes 50.',
    ],
    ['Reference number', { referenceNumber: 'x'.repeat(51) }, '51 characters'],
    ['Sales code', { salesCode: 'x'.repeat(501) }, 'takes 500'],
    ['Order remark', { remark: 'x'.repeat(501) }, 'takes 500'],
    ['Way of delivery', { wayOfDelivery: { text: 'x'.repeat(51) } }, 'takes 50'],
    ['Way of delivery name', { wayOfDelivery: { name: 'x'.repeat(101) } }, 'takes 100'],
    [
      'Customer name',
      { consignee: { name: 'x'.repeat(231) } },
      'Customer name is 231 characters long; the warehouse takes 200.',
    ],
    ['Customer postal code', { consignee: { name: 'x', postCode: '1'.repeat(51) } }, 'takes 50'],
    [
      'Invoice city',
      { consignee: { name: 'x', invoiceAddress: { city: 'x'.repeat(201) } } },
      'takes 200',
    ],
    ['Line 1, row number', { lines: [{ ...firstLine, rowNumber: '9'.repeat(41) }] }, 'takes 40'],
    [
      'Line 2',
      { lines: [firstLine, { ...secondLine, rowNumber: '501' }] },
      'same row number as line 1',
    ],
    ['Line 1', { lines: [{ ...firstLine, quantity: 'many' }] }, 'isn’t a number'],
  ])('refuses: %s', (field, changed, problem) => {
    const { faults } = orderBody({ ...salesOrder, ...changed }, 101, numbered);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.field).toBe(field);
    expect(faults[0]?.problem).toContain(problem);
    expect(JSON.stringify(faults)).not.toContain('xxx');
  });
});

describe('the price of a line', () => {
  const priced = (line: object) =>
    orderBody(
      { ...salesOrder, lines: [{ ...firstLine, serialNumber: 'S1', ...line }] },
      101,
      numbered,
    );

  test('is written as 0.1.0 did, which had the warehouse’s own words for it', () => {
    const before = { extra: { 'prices.linePrice': '149.9', 'prices.currencyCode': 'NOK' } };
    const now = priced({ price: { amount: '149.9', currency: 'NOK' } });
    expect(writeJson(now.body)).toBe(writeJson(priced(before).body));
    expect(writeJson(now.body)).toContain('"prices":{"linePrice":149.9,"currencyCode":"NOK"}');
  });

  test('gives way to an extra field of the connection', () => {
    const { body } = priced({ price: { amount: '1' }, extra: { 'prices.linePrice': '2' } });
    expect(writeJson(body)).toContain('"prices":{"linePrice":2}');
  });

  test('is refused where the warehouse can’t take it', () => {
    const { faults } = priced({ price: { amount: 'free', currency: 'X'.repeat(21) } });
    expect(faults.map(({ problem }) => problem)).toEqual([
      'The value isn’t a number.',
      'The value is 21 characters long; the warehouse takes 20.',
    ]);
  });
});

describe('extra fields', () => {
  test('go where their path says, with the contract’s type', () => {
    expect(
      written({
        ...salesOrder,
        extra: {
          'customsInfo.customsValueCurrencyCode': 'NOK',
          freightPrice: '49.90',
          pickingPriority: '3.0',
          'advanced.invoiceNumber': '0042',
          'advanced.arrivalDate': '2026-11-25',
          'consignee.doorCode': '12#',
        },
        lines: [
          {
            ...firstLine,
            extra: {
              'prices.linePrice': '199.50',
              shouldBePicked: 'False',
              'lines.deliveryDate': '2026-11-26',
            },
          },
        ],
      }),
    ).toMatchObject({
      customsInfo: { customsValueCurrencyCode: 'NOK' },
      freightPrice: '49.90',
      pickingPriority: '3',
      advanced: {
        wayOfDeliveryString: 'Bring 1202',
        invoiceNumber: '0042',
        arrivalDate: '2026-11-25',
      },
      consignee: { name: 'Eksempel Mottak AS', doorCode: '12#' },
      orderLines: [
        { prices: { linePrice: '199.50' }, shouldBePicked: false, deliveryDate: '2026-11-26' },
      ],
    });
  });

  test('of the order that belong on lines go on every line that has none of its own', () => {
    const body = written({
      ...salesOrder,
      extra: { 'prices.currencyCode': 'NOK' },
      lines: [
        { ...firstLine, extra: { 'prices.currencyCode': 'SEK', 'prices.linePrice': '1' } },
        { ...firstLine, rowNumber: '503', extra: { 'prices.linePrice': '2' } },
      ],
    });
    expect(body).toMatchObject({
      orderLines: [
        { prices: { currencyCode: 'SEK', linePrice: '1' } },
        { prices: { currencyCode: 'NOK', linePrice: '2' } },
      ],
    });
  });

  test.each([
    ['freightPrice', 'a lot', 'isn’t a number'],
    ['pickingPriority', '1.5', 'isn’t a whole number'],
    ['pickingPriority', '99999999999', 'isn’t a whole number'],
    ['advanced.arrivalDate', 'tomorrow', 'isn’t a date'],
    ['freeText1', 'x'.repeat(301), '301 characters long; the warehouse takes 300'],
    ['shouldBePicked', 'maybe', 'neither true nor false'],
    ['goodsOwnerId', '5', 'no such field'],
  ])('with a value that can’t be written are told: %s', (path, value, problem) => {
    const { faults } = orderBody(
      { ...salesOrder, extra: { [path]: value }, lines: [firstLine] },
      101,
      numbered,
    );
    expect(faults).toHaveLength(1);
    expect(faults[0]?.problem).toContain(problem);
    expect(faults[0]?.field).toContain(path);
  });

  test('of a line can’t name a field of the order', () => {
    const lines = [{ ...firstLine, extra: { freightPrice: '1' } }];
    expect(orderBody({ ...salesOrder, lines }, 101, numbered).faults).toMatchObject([
      { field: 'Line 1, extra field freightPrice' },
    ]);
  });

  test('without a value are left out', () => {
    expect(written({ ...salesOrder, extra: { freightPrice: ' ' } })).not.toHaveProperty(
      'freightPrice',
    );
  });
});
