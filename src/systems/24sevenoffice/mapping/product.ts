import type { Product } from '../../../domain/article.ts';
import { isDecimalText, normalDecimal } from '../../../domain/decimal.ts';
import type { Instant } from '../../../domain/order.ts';
import { isId } from '../registry/by-id.ts';
import type { Product as VendorProduct } from '../schema/product.ts';
import { instantFrom } from '../vendor-time.ts';
import { type ArticleMappingSettings, mapArticle } from './article.ts';

/** The documentation's word for a product that is no longer sold. */
const expiredStatus = '0';

const unfit = 'no article number';

/**
 * A product as 24SevenOffice tells of it, with the article that it is for the warehouse, or what is
 * wrong with it.
 * @param readAt when it was read, by the vendor's clock
 */
export function mapProduct(
  productCode: string,
  source: VendorProduct,
  settings: ArticleMappingSettings,
  readAt: Instant,
): Product {
  const { Stock: stock, SupplierId: supplier } = source;
  return {
    productCode,
    label: source.No ?? productCode,
    changedAt: instantFrom(source.DateChanged) ?? readAt,
    faults: [],
    ...mapArticle(productCode, source, settings),
    unfit: source.No === undefined && source.APIException === undefined ? unfit : undefined,
    expired: source.StatusId === expiredStatus,
    supplierNumber: isId(supplier) ? supplier : undefined,
    stock: stock !== undefined && isDecimalText(stock) ? normalDecimal(stock) : undefined,
    stockControlled: source.StockControlled === true,
  };
}
