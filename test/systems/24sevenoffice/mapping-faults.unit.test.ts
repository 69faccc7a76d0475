import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { deliveredTo, faultsOf, goods, invoicedTo, map, type Raw, row } from './mapped-order.ts';

describe('what can’t be mapped', () => {
  test.each<[what: string, source: Raw, field: string, says: string]>([
    ['a quantity of 0', row({ Quantity: '0.0' }), 'Line 1', 'is 0'],
    ['a negative quantity', row({ Quantity: '-2' }), 'Line 1', 'is -2'],
    ['no quantity', row({ Quantity: '' }), 'Line 1', 'no quantity'],
    ['scientific notation', row({ Quantity: '1E+2' }), 'Line 1', '"1E+2"'],
    ['no row id', row({ RowId: '-2147483648' }), 'Line 1', 'no row id'],
    [
      'a row id twice',
      { InvoiceRows: { InvoiceRow: [goods, { ...goods, ProductNo: 'TS-2' }] } },
      'Line 2',
      'row id 1',
    ],
    ['an unknown row type', row({ Type: 'Structure' }), 'Line 1', '"Structure"'],
    ['no lines', { InvoiceRows: '' }, 'Lines', '0 rows'],
    ['text only', row({ Type: 'TextBold' }), 'Lines', '1 rows'],
    ['no product', row({ ProductId: '-1' }), 'Lines', '1 rows'],
    ['an unknown country', deliveredTo({ Country: 'Norgee' }), 'Delivery country', '"Norgee"'],
    ['no country', deliveredTo({ Country: '' }), 'Delivery country', 'has a country'],
    [
      'an unknown country to invoice',
      invoicedTo({ Street: 'X', Country: 'Q' }),
      'Invoice country',
      '"Q"',
    ],
    ['an odd date', { DeliveryDate: '2026-13-45T00:00:00' }, 'Delivery date', '2026-13-45'],
  ])('%s is a fault with its field', (_what, source, field, says) => {
    const faults = faultsOf(source);
    expect(faults.map((fault) => fault.field)).toEqual([field]);
    expect(faults[0]?.problem).toContain(says);
    expect(faults[0]?.todo).toMatch(/\.$/);
  });

  test('is told all at once', () => {
    const faults = faultsOf({
      ...deliveredTo({ Country: 'Q' }),
      ...row({ Quantity: '0', RowId: '' }),
    });
    expect(faults.map(({ field }) => field)).toEqual(['Delivery country', 'Line 1', 'Line 1']);
  });
});

describe('rows in general', () => {
  const anyRow = fc.record({
    ProductId: fc.constantFrom('', '-1', '0', '7', '4711'),
    RowId: fc.constantFrom('', '1', '2', '3'),
    Quantity: fc.constantFrom('', '0', '-1', '1', '2.50', '1E2'),
    Type: fc.constantFrom('', 'Normal', 'Text', 'TextBold'),
  });

  test('every row with goods is a line or a fault, and nothing else is', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), (rows) => {
        const result = map({ InvoiceRows: { InvoiceRow: rows } });
        const goods = rows.filter(
          ({ ProductId, Type }) => Number(ProductId) > 0 && !Type.startsWith('Text'),
        );
        const unique = new Set(goods.map(({ RowId }) => RowId));
        const fine =
          goods.length > 0 &&
          unique.size === goods.length &&
          goods.every(({ RowId, Quantity }) => RowId !== '' && ['1', '2.50'].includes(Quantity));
        expect('order' in result ? result.order.lines.length : 0).toBe(fine ? goods.length : 0);
        expect('faults' in result && result.faults.length > 0).toBe(!fine);
      }),
    );
  });
});
