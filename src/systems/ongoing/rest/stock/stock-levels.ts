import { normalDecimal } from '../../../../domain/decimal.ts';
import type { StockLevel, StockQuantity } from '../../../../domain/syncs/stock.ts';
import type { ExistingArticle } from '../schema.ts';
import type { Transport } from '../transport.ts';

/** Where a quantity stands; what may be sold isn't computed, the vendor reckons with more than it tells. */
const members = { physical: 'numberOfItems', sellable: 'sellableNumberOfItems' } as const;

/** The stock of articles as the warehouse tells it. One that comes without its figure is left out. */
export function stockLevels(
  articles: readonly ExistingArticle[],
  quantity: StockQuantity,
  { log }: Pick<Transport, 'log'>,
): StockLevel[] {
  const levels = articles.flatMap(({ articleNumber, productCode, inventoryInfo }) => {
    const told = inventoryInfo?.[members[quantity]];
    if (told === undefined) return [];
    const code = productCode?.trim() ?? '';
    return [
      {
        productCode: code === '' ? null : code,
        articleNumber: articleNumber?.trim() ?? '',
        quantity: normalDecimal(told),
      },
    ];
  });
  const without = articles.length - levels.length;
  if (without > 0) log?.warn({ articles: without, quantity }, 'articles came without their stock');
  return levels;
}
