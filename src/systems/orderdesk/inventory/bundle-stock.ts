import { Decimal } from 'decimal.js';

import type { DecimalText } from '../../../domain/decimal.ts';
import { componentsOf } from '../mapping/code-match.ts';
import type { OrderDeskSettings } from '../settings.ts';

/** The numbers of the articles that are sent for an item. */
export function articlesOfItem(
  code: string,
  codeMatch: OrderDeskSettings['products']['codeMatch'],
): string[] {
  return componentsOf(code, codeMatch).map(({ articleNumber }) => articleNumber);
}

/**
 * How many of an item can be sold, from the articles that are sent for it: as many as the scarcest of
 * them allows. Undefined where the quantity of one of them isn't known.
 * @param quantityOf what the warehouse has of an article
 */
export function stockOfItem(
  code: string,
  codeMatch: OrderDeskSettings['products']['codeMatch'],
  quantityOf: (articleNumber: string) => DecimalText | undefined,
): DecimalText | undefined {
  const each = componentsOf(code, codeMatch).map(({ articleNumber, times }) => {
    const quantity = quantityOf(articleNumber);
    if (quantity === undefined) return undefined;
    // A shop sells whole pieces.
    return new Decimal(quantity).dividedBy(times).floor().toFixed();
  });
  const known = each.filter((quantity) => quantity !== undefined);
  return known.length < each.length || known.length === 0
    ? undefined
    : Decimal.min(...known).toFixed();
}
