import { compareDecimals, isDecimalText, normalDecimal } from '../../../src/domain/decimal.ts';
import { changeTime } from '../book/change.ts';
import { unprocessed } from '../soap/service-fault.ts';
import { partOf, textOf, textsOf } from '../value.ts';
import type { Operation } from './operation.ts';
import { isAfter, propertiesIn } from './operation.ts';
import { matchesText } from './search-text.ts';

/** GetProducts. Without any search parameter it gives all of them. */
export const getProducts: Operation = (args, { book, seesData }) => {
  const search = partOf(args, 'searchParams');
  const asked = (name: string) => textOf(search, name);
  const same = (value: string | undefined, wanted: string | undefined): boolean =>
    wanted === undefined || value === wanted;
  const ids = new Set(textsOf(search, 'ProductIds'));
  const price = asked('Price');
  const found = [...book.products.values()].filter(
    (product) =>
      (ids.size === 0 || ids.has(product.Id)) &&
      same(product.Id, asked('Id')) &&
      same(product.CategoryId, asked('CategoryId')) &&
      matchesText(product.No, asked('No')) &&
      same(product.EAN1, asked('EAN1')) &&
      matchesText(product.Name, asked('Name')) &&
      (price === undefined || compareDecimals(product.Price ?? '0', price) === 0) &&
      isAfter(product.DateChanged, asked('DateChanged')),
  );
  return {
    value: seesData ? found : [],
    wanted: { Product: propertiesIn(args, 'returnProperties') },
  };
};

/**
 * SetStockQuantity: the stock becomes what is said. A product that isn't stock-controlled refuses
 * with false. The change time moves, so that a feed of changed products meets its own echo.
 */
export const setStockQuantity: Operation = (args, { book, seesData, now }) => {
  const id = textOf(args, 'productId') ?? '';
  const quantity = textOf(args, 'stockQuantity') ?? '';
  const product = seesData ? book.products.get(id) : undefined;
  if (product === undefined) throw unprocessed(`Product ${id} does not exist.`);
  if (product.StockControlled !== true || !isDecimalText(quantity)) return { value: false };
  product.Stock = normalDecimal(quantity);
  product.DateChanged = changeTime(now);
  return { value: true };
};
