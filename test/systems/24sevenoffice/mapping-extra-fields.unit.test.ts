import { describe, expect, test } from 'vitest';

import { faultsOf, mapped, row } from './mapped-order.ts';

describe('extra fields', () => {
  test('come from order and rows, with the contract’s defaults', () => {
    const order = mapped(
      {
        Currency: { Symbol: 'NOK' },
        OrderTotalIncVat: '250.5000',
        DateOrdered: '2026-11-20T23:30:00Z',
        IncludeVAT: 'true',
        ProjectId: '-2147483648',
        ...row({ Price: '739.5000', DiscountRate: '-79228162514264337593543950335' }),
      },
      undefined,
      {
        extraFields: {
          'Currency.Symbol': 'prices.currencyCode',
          'Currency.Rate': 'freeText1',
          OrderTotalIncVat: 'customerPrice',
          DateOrdered: 'freeText2',
          IncludeVAT: 'freeText3',
          ProjectId: 'profitCenter',
          'lines.Price': 'prices.linePrice',
          'lines.DiscountRate': 'prices.discount',
          'lines.Hidden': 'comment',
        },
      },
    );
    expect(order.extra).toEqual({
      'prices.currencyCode': 'NOK',
      freeText1: '1',
      customerPrice: '250.5',
      freeText2: '2026-11-21',
      freeText3: 'true',
    });
    expect(order.lines[0]?.extra).toEqual({ 'prices.linePrice': '739.5', comment: 'false' });
  });

  test('that hold no number where one is wanted are faults', () => {
    const extraFields = { 'lines.Price': 'prices.linePrice' };
    const faults = faultsOf(row({ Price: '1e3' }), undefined, { extraFields });
    expect(faults.map(({ field }) => field)).toEqual(['Line 1']);
  });
});
