import { describe, expect, test } from 'vitest';

import type { Order } from '../../../src/domain/order.ts';
import { differences } from '../../../src/systems/ongoing/rest/orders/differences.ts';
import { asExisting, numbered } from './as-existing.ts';
import { firstLine, salesOrder, secondLine } from './sales-order.ts';

describe('what the warehouse holds', () => {
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
