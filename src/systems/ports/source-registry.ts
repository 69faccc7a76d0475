import type { DecimalText } from '../../domain/decimal.ts';
import type { StockQuantity } from '../../domain/syncs/stock.ts';
import type { CatalogSource, RegistrySource } from './registry-source.ts';

/** What a source keeps beside orders, and how the connection wants it kept. */
export interface SourceRegistry {
  readonly source: CatalogSource;
  /** Where the source keeps suppliers, too. */
  readonly suppliers?: RegistrySource;
  /** Suppliers go along with their articles. */
  readonly sendsSuppliers: boolean;
  /**
   * Where the source's products aren't the warehouse's articles one by one, but made of them: then
   * every run compares all of them.
   */
  readonly inventory?: InventoryOfArticles;
  readonly stockQuantity: StockQuantity;
  /** A run that would set a larger share of what it compared to zero writes nothing: 0 to 1. */
  readonly maxShareToZero: number;
}

/** How the products of a source are made of the warehouse's articles. */
export interface InventoryOfArticles {
  /** The numbers of the articles that are sent for a product. */
  readonly articlesOf: (productCode: string) => readonly string[];
  /** How many of a product there are, by what there is of its articles; undefined where unknown. */
  readonly stockOf: (
    productCode: string,
    quantityOf: (articleNumber: string) => DecimalText | undefined,
  ) => DecimalText | undefined;
}
