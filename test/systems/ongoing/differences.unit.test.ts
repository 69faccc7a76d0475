import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Order, OrderLine } from '../../../src/domain/order.ts';
import { differences } from '../../../src/systems/ongoing/rest/orders/differences.ts';
import { readJsonAsText, writeJson } from '../../../src/systems/kit/rest/exact-json.ts';
import { orderBody } from '../../../src/systems/ongoing/rest/orders/order-body.ts';
import {
  type ExistingOrder,
  existingOrderSchema,
} from '../../../src/systems/ongoing/rest/schema.ts';
import { firstLine, salesOrder, secondLine } from './sales-order.ts';

const numbered = ({ article }: OrderLine): string =>
  'productCode' in article ? `A-${article.productCode}` : article.articleNumber;

type Json = Record<string, unknown>;

/** What `GET /orders` gives after the order's body was accepted. */
function asExisting(order: Order): ExistingOrder {
  const { body, faults } = orderBody(order, 101, numbered);
  expect(faults).toEqual([]);
  const { consignee, orderLines, transporter, advanced, ...info } = JSON.parse(
    writeJson(body),
  ) as Json & { orderLines: Json[]; transporter?: Json; advanced?: Json };
  const held = {
    orderInfo: {
      ...info,
      advanced,
      orderId: 1,
      deliveryDate: `${order.deliveryDate}T00:00:00Z`,
      orderStatus: { number: 300, text: 'Released' },
    },
    consignee,
    transporter: {
      code: transporter?.['transporterCode'],
      serviceCode: transporter?.['transporterServiceCode'],
    },
    orderLines: orderLines.map(({ articleNumber, numberOfItems, lineFreeValues, ...line }) => ({
      ...line,
      article: { articleNumber },
      freeValues: lineFreeValues,
      orderedNumberOfItems: numberOfItems,
    })),
  };
  return existingOrderSchema.parse(readJsonAsText(JSON.stringify(held)));
}

const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const filled = words.filter((text) => text.trim() !== '');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const quantity = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, part]) => (part === 0 ? String(whole) : `${whole}.${part}`));
const address = {
  name: filled,
  address1: maybe(words),
  postCode: maybe(fc.stringMatching(/^\d{4}$/)),
  city: maybe(words),
  countryCode: maybe(fc.constantFrom('NO', 'SE')),
};
const notification = fc.record({ value: maybe(filled), toBeNotified: fc.boolean() });

const anyOrder: fc.Arbitrary<Order> = fc.record({
  id: fc.constant('90210'),
  number: fc.constant('10482'),
  deliveryDate: fc.constantFrom('2026-11-24', '2026-12-01'),
  deliveryDateIsDefault: fc.boolean(),
  referenceNumber: maybe(words),
  salesCode: maybe(words),
  remark: maybe(words),
  deliveryInstruction: maybe(filled),
  wayOfDelivery: maybe(fc.record({ code: maybe(filled), name: maybe(filled), text: maybe(words) })),
  transporter: maybe(fc.record({ code: filled, serviceCode: maybe(filled) })),
  consignee: fc.record({
    ...address,
    customerNumber: maybe(words),
    invoiceAddress: maybe(fc.record(address)),
  }),
  email: notification,
  mobile: notification,
  telephone: notification,
  lines: fc.uniqueArray(
    fc.record({
      rowNumber: fc.integer({ min: 1, max: 10_000 }).map(String),
      article: fc.record({ productCode: fc.stringMatching(/^\d{1,6}$/) }),
      label: fc.constant('x'),
      quantity,
      price: maybe(fc.record({ amount: quantity, currency: maybe(fc.constant('NOK')) })),
      extra: maybe(fc.record({ 'lineFreeValues.freeDecimal1': quantity, comment: filled })),
    }),
    { maxLength: 5, selector: ({ rowNumber }) => rowNumber },
  ),
  extra: maybe(fc.record({ freeText1: filled, freightPrice: quantity })),
});

describe('what the warehouse holds', () => {
  test('is what was sent, when it is what was sent', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(differences(order, asExisting(order), numbered)).toEqual([]);
      }),
    );
  });

  test('shows every quantity that was changed since', () => {
    fc.assert(
      fc.property(anyOrder, quantity, (order, other) => {
        const changed = order.lines.map((line) => ({ ...line, quantity: other }));
        const fields = differences({ ...order, lines: changed }, asExisting(order), numbered);
        const expected = order.lines.filter(
          ({ quantity: before }) => Number(before) !== Number(other),
        );
        expect(fields).toHaveLength(expected.length);
      }),
    );
  });

  test.each<[string, Partial<Order>, object[]]>([
    [
      'quantity',
      { lines: [{ ...firstLine, quantity: '6' }, secondLine] },
      [{ field: 'line 1', held: '4 pieces', wanted: '6 pieces' }],
    ],
    [
      'the same quantity, written otherwise',
      { lines: [{ ...firstLine, quantity: '4.000' }, secondLine] },
      [],
    ],
    [
      'article',
      { lines: [{ ...firstLine, article: { productCode: '9' } }, secondLine] },
      [{ field: 'line 1, article', held: 'A-4711', wanted: 'A-9' }],
    ],
    [
      'removed',
      { lines: [firstLine] },
      [{ field: 'line that was removed', held: '0.5 pieces of A-4712', wanted: 'none' }],
    ],
    [
      'added',
      { lines: [firstLine, secondLine, { ...firstLine, rowNumber: '503', quantity: '1' }] },
      [{ field: 'line 3', held: 'not there', wanted: '1 piece of A-4711' }],
    ],
    ['another order of lines', { lines: [secondLine, firstLine] }, []],
    [
      'delivery date',
      { deliveryDate: '2026-11-23' },
      [{ field: 'delivery date', held: '2026-11-24', wanted: '2026-11-23' }],
    ],
    [
      'a delivery date that stands for today',
      { deliveryDate: '2026-11-23', deliveryDateIsDefault: true },
      [],
    ],
    [
      'way of delivery',
      { wayOfDelivery: { code: '8', name: 'Pick up' } },
      [{ field: 'way of delivery', held: 'Bring 1202 (7)', wanted: 'Pick up (8)' }],
    ],
    ['the way’s name alone', { wayOfDelivery: { code: '7', name: 'Bring, renamed' } }, []],
    [
      'reference',
      { referenceNumber: 'PO-1' },
      [{ field: 'reference number', held: 'PO-7781', wanted: 'PO-1' }],
    ],
    [
      'remark taken away',
      { remark: undefined },
      [{ field: 'order remark', held: 'Web order, November', wanted: 'none' }],
    ],
    [
      'a phone number in the remark',
      { remark: 'Call 999 99 999' },
      [{ field: 'order remark', held: 'Web order, November', wanted: 'Call •••' }],
    ],
    ['sales code', { salesCode: 'Someone Else' }, [{ field: 'sales code' }]],
    [
      'customer name',
      { consignee: { ...salesOrder.consignee, name: 'Someone' } },
      [{ field: 'customer name' }],
    ],
    [
      'address',
      { consignee: { ...salesOrder.consignee, postCode: '0151' } },
      [{ field: 'delivery address' }],
    ],
    [
      'invoice address',
      { consignee: { ...salesOrder.consignee, invoiceAddress: { name: 'x' } } },
      [{ field: 'invoice address' }],
    ],
    [
      'e-mail',
      { email: { value: 'a@b.test', toBeNotified: false } },
      [{ field: 'e-mail address' }],
    ],
    [
      'whether to notify',
      { mobile: { ...salesOrder.mobile, toBeNotified: true } },
      [{ field: 'mobile phone' }],
    ],
    ['telephone', { telephone: { toBeNotified: false } }, [{ field: 'telephone' }]],
    ['an extra field', { extra: { freeText1: 'x' } }, [{ field: 'freeText1' }]],
    [
      'an extra field of a line',
      { lines: [{ ...firstLine, extra: { 'prices.linePrice': '3' } }, secondLine] },
      [{ field: 'line 1, prices.linePrice' }],
    ],
    [
      'the price of a line',
      { lines: [{ ...firstLine, price: { amount: '3', currency: 'NOK' } }, secondLine] },
      [{ field: 'line 1, prices.linePrice' }, { field: 'line 1, prices.currencyCode' }],
    ],
    ['an extra field that is never given back', { extra: { languageCode: 'nb' } }, []],
  ])('differs: %s', (_what, changed, expected) => {
    expect(differences({ ...salesOrder, ...changed }, asExisting(salesOrder), numbered)).toEqual(
      expected,
    );
  });

  test('may have a line that people at the warehouse added', () => {
    const held = asExisting(salesOrder);
    const byHand = {
      ...held.orderLines[0],
      rowNumber: undefined,
      orderedNumberOfItems: '1',
      pickedNumberOfItems: '0',
    };
    expect(
      differences(salesOrder, { ...held, orderLines: [...held.orderLines, byHand] }, numbered),
    ).toEqual([]);
  });
});
