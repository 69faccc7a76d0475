import type { Client } from '@temporalio/client';

import type { DecimalText } from '../src/domain/decimal.ts';
import type { OrderReference } from '../src/domain/order.ts';
import type { StockQuantity } from '../src/domain/stock.ts';
import type { CatalogSource, RegistrySource } from '../src/systems/ports/registry-source.ts';
import type { RegistryWarehouse } from '../src/systems/ports/registry-warehouse.ts';
import type { Source } from '../src/systems/ports/source.ts';
import type { Warehouse } from '../src/systems/ports/warehouse.ts';
import type { SuppliedProducts } from './supplied-products.ts';

/** What a connection's activities work with, by today's configuration. */
export interface OpenConnection {
  readonly id: string;
  readonly name: string;
  /** In which operators read times. */
  readonly timeZone: string;
  readonly source: Source;
  readonly warehouse: Warehouse;
  readonly packingSlips: {
    /** Hosts whose addresses may be private when a packing slip is fetched. */
    readonly allowHosts: readonly string[];
  };
  /** Where both ends keep a registry of articles. */
  readonly registry?: Registry;
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

/** What a connection does beside its orders. */
export interface Registry {
  readonly source: CatalogSource;
  /** Where the source keeps suppliers, too. */
  readonly suppliers?: RegistrySource;
  /**
   * Where the source's products aren't the warehouse's articles one by one, but made of them: then
   * every run compares all of them.
   */
  readonly inventory?: InventoryOfArticles;
  readonly warehouse: RegistryWarehouse;
  /** Suppliers go along with their articles. */
  readonly sendsSuppliers: boolean;
  readonly stockQuantity: StockQuantity;
  /** A run that would set a larger share of what it compared to zero writes nothing: 0 to 1. */
  readonly maxShareToZero: number;
  /** Which supplier delivers which product, kept while this process runs. */
  readonly supplied: SuppliedProducts;
}

/** Something that happened, in words, for whoever watches. */
export interface Happening {
  readonly connection: string;
  readonly order?: OrderReference;
  readonly text: string;
}

/** What every activity is made with. */
export interface ActivityDependencies {
  /** Asked anew by every activity, so that a changed configuration counts at once. */
  readonly connection: () => OpenConnection;
  readonly temporal: Client;
  readonly tell: (happening: Happening) => void;
}
