import type { End } from '../incident.ts';

/** How a process takes a page of what changed. */
export interface FeedPages {
  /** Whose activities do it. */
  readonly end: End;
  readonly activity: string;
  /** Pages that write take long; those that only hand on what changed don't. */
  readonly writes: boolean;
  /** What the activity does, as the Web UI shows it. */
  readonly summary: string;
}

/** What a connection does by a schedule. People, and the configuration, call it a process. */
export interface SyncRow {
  /** The type of its workflow, as histories and schedules have it. */
  readonly workflow: string;
  readonly title: string;
  /** Where it takes one feed, page by page: all that differs from the others. */
  readonly pages?: FeedPages;
}

/** Every scheduled process, in the order in which they are shown. */
export const syncs = {
  orders: {
    workflow: 'importOrders',
    title: 'Orders',
    pages: {
      end: 'source',
      activity: 'importOrders',
      writes: false,
      summary: 'Read changed orders from the source',
    },
  },
  shipments: {
    workflow: 'trackShipments',
    title: 'Shipments',
    pages: {
      end: 'warehouse',
      activity: 'trackShipments',
      writes: false,
      summary: 'Ask the warehouse what changed',
    },
  },
  articles: {
    workflow: 'syncArticles',
    title: 'Articles',
    pages: {
      end: 'warehouse',
      activity: 'syncArticles',
      writes: true,
      summary: 'Compare and write a page of articles',
    },
  },
  catalog: {
    workflow: 'syncCatalog',
    title: 'Catalogue',
    pages: {
      end: 'warehouse',
      activity: 'syncArticles',
      writes: true,
      summary: 'Compare and write a page of the catalogue',
    },
  },
  suppliers: {
    workflow: 'syncSuppliers',
    title: 'Suppliers',
    pages: {
      end: 'warehouse',
      activity: 'syncSuppliers',
      writes: true,
      summary: 'Send a page of suppliers with their articles',
    },
  },
  stock: { workflow: 'syncStock', title: 'Stock' },
} as const satisfies Readonly<Record<string, SyncRow>>;

export type Sync = keyof typeof syncs;
export const syncNames = Object.keys(syncs) as readonly Sync[];

/** The syncs that are no more than their pages. */
export type Feed = {
  [Name in Sync]: (typeof syncs)[Name] extends { readonly pages: FeedPages } ? Name : never;
}[Sync];
export type FeedActivity = (typeof syncs)[Feed]['pages']['activity'];
