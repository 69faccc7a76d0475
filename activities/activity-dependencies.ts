import type { Client } from '@temporalio/client';

import type { StockQuantity } from '../src/domain/stock.ts';
import type { CatalogSource, RegistrySource } from '../src/systems/registry-source.ts';
import type { RegistryWarehouse } from '../src/systems/registry-warehouse.ts';
import type { Source } from '../src/systems/source.ts';
import type { Warehouse } from '../src/systems/warehouse.ts';
import type { SuppliedProducts } from './supplied-products.ts';

/** What a connection's activities work with, by today's configuration. */
export interface OpenConnection {
  readonly id: string;
  readonly name: string;
  /** In which operators read times. */
  readonly timeZone: string;
  readonly source: Source;
  readonly warehouse: Warehouse;
  /** Where both ends keep a registry of articles. */
  readonly registry?: Registry;
}

/** What a connection does beside its orders. */
export interface Registry {
  readonly source: CatalogSource;
  /** Where the source keeps suppliers, too. */
  readonly suppliers?: RegistrySource;
  /** By which the source's products and the warehouse's articles know each other. */
  readonly keyedBy: 'productCode' | 'articleNumber';
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
  readonly order?: string;
  readonly text: string;
}

/** What every activity is made with. */
export interface ActivityDependencies {
  /** Asked anew by every activity, so that a changed configuration counts at once. */
  readonly connection: () => OpenConnection;
  readonly temporal: Client;
  readonly tell: (happening: Happening) => void;
}
