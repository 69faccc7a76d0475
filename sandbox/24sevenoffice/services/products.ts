import { compareDecimals, isDecimalText, normalDecimal } from '../../../src/domain/decimal.ts';
import { changeTime } from '../book/change.ts';
import { unprocessed } from '../wire/service-fault.ts';
import { among, type Handler, isAfter, isSame } from './handler.ts';
import { matchesText } from './search-text.ts';

/** GetProducts. Without any search parameter it gives all of them. */
export const getProducts: Handler<'GetProducts'> = (
  { searchParams: asked = {}, returnProperties },
  { book, seesData },
) => {
  const hasId = among(asked.ProductIds);
  const found = [...book.products.values()].filter(
    (product) =>
      hasId(product.Id) &&
      isSame(product.Id, asked.Id) &&
      isSame(product.CategoryId, asked.CategoryId) &&
      matchesText(product.No, asked.No) &&
      isSame(product.EAN1, asked.EAN1) &&
      matchesText(product.Name, asked.Name) &&
      (asked.Price === undefined || compareDecimals(product.Price ?? '0', asked.Price) === 0) &&
      isAfter(product.DateChanged, asked.DateChanged),
  );
  return { value: seesData ? found : [], wanted: { Product: new Set(returnProperties) } };
};

/**
 * SetStockQuantity: the stock becomes what is said. A product that isn't stock-controlled refuses
 * with false. The change time moves, so that a feed of changed products meets its own echo.
 */
export const setStockQuantity: Handler<'SetStockQuantity'> = (
  { productId: id = '', stockQuantity: quantity = '' },
  { book, seesData, now },
) => {
  const product = seesData ? book.products.get(id) : undefined;
  if (product === undefined) throw unprocessed(`Product ${id} does not exist.`);
  if (product.StockControlled !== true || !isDecimalText(quantity)) return { value: false };
  product.Stock = normalDecimal(quantity);
  product.DateChanged = changeTime(now);
  return { value: true };
};
