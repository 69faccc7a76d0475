import type { Client } from '@temporalio/client';

import type { OrderReference } from '../src/domain/order.ts';
import type { RegistryWarehouse } from '../src/systems/ports/registry-warehouse.ts';
import type { SourceRegistry } from '../src/systems/ports/source-registry.ts';
import type { Source } from '../src/systems/ports/source.ts';
import type { Warehouse } from '../src/systems/ports/warehouse.ts';
import type { SuppliedProducts } from './syncs/supplied-products.ts';

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

/** What a connection does beside its orders. */
export interface Registry extends SourceRegistry {
  readonly warehouse: RegistryWarehouse;
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
  /** Tells whoever watches what happened, and to which order. */
  readonly tell: (text: string, order?: OrderReference) => void;
}
