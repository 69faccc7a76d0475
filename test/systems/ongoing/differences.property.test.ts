import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Order } from '../../../src/domain/order.ts';
import { differences } from '../../../src/systems/ongoing/rest/orders/differences.ts';
import { asExisting, numbered } from './as-existing.ts';

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
});
