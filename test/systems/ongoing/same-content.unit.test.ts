import { expect, test } from 'vitest';

import type { Order } from '../../../src/domain/order.ts';
import { sameContent } from '../../../src/systems/ongoing/rest/orders/same-content.ts';
import { firstLine, salesOrder, secondLine } from './sales-order.ts';

const withLine = (line: object): Order => ({ ...salesOrder, lines: [{ ...firstLine, ...line }] });
const today = { deliveryDateIsDefault: true };

test.each<[string, Order, Order]>([
  [
    'a price that 0.1.0 mapped to the warehouse’s own fields',
    withLine({ extra: { 'prices.linePrice': '149.9', 'prices.currencyCode': 'NOK' } }),
    withLine({ price: { amount: '149.9', currency: 'NOK' } }),
  ],
  [
    'extra fields in another order',
    { ...salesOrder, extra: { freeText1: 'a', freeText2: 'b' } },
    { ...salesOrder, extra: { freeText2: 'b', freeText1: 'a' } },
  ],
  [
    'a delivery date that stands for the day of the reading',
    { ...salesOrder, ...today, deliveryDate: '2026-11-24' },
    { ...salesOrder, ...today, deliveryDate: '2026-11-25' },
  ],
  ['another word for a line', withLine({ label: 'x' }), withLine({ label: 'y' })],
  [
    'members that are absent in one and undefined in the other',
    withLine({}),
    withLine({ price: undefined, serialNumber: undefined }),
  ],
])('the same content: %s', (_what, before, now) => {
  expect(sameContent(before, now)).toBe(true);
});

test.each<[string, Order, Order]>([
  [
    'a price',
    withLine({ extra: { 'prices.linePrice': '149.9' } }),
    withLine({ price: { amount: '150' } }),
  ],
  ['a line more', { ...salesOrder, lines: [firstLine] }, salesOrder],
  ['lines in another order', salesOrder, { ...salesOrder, lines: [secondLine, firstLine] }],
  [
    'a delivery date that was entered',
    { ...salesOrder, ...today, deliveryDate: '2026-11-24' },
    { ...salesOrder, deliveryDate: '2026-11-25' },
  ],
  [
    'an address that is gone',
    salesOrder,
    { ...salesOrder, consignee: { ...salesOrder.consignee, address1: undefined } },
  ],
])('another content: %s', (_what, before, now) => {
  expect(sameContent(before, now)).toBe(false);
});
