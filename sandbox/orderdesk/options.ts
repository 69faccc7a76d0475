/** How this simulated store behaves where stores differ or where nobody knows. */
export interface OrderDeskOptions {
  /** What a caller must name in `ORDERDESK-STORE-ID`. */
  readonly storeId: string;
  /** What a caller must give in `ORDERDESK-API-KEY`; also the key of a webhook's hash. */
  readonly apiKey: string;
  /** The store's zone (IANA). Dates on the wire are in UTC all the same. */
  readonly timeZone: string;
  /** Names of the folders by id, in the store's order; an order without a folder gets the first. */
  readonly folders: Readonly<Record<string, string>>;
  /** Unknown query parameters, and a limit beyond the largest, are refused instead of ignored. */
  readonly strictQuery: boolean;
  /** The leaky bucket; null: nobody is ever told to wait. */
  readonly bucket: BucketSize | null;
  /** Whether `limit` and `offset` do anything for inventory items; old texts know nothing of them. */
  readonly inventoryPaging: 'works' | 'ignores offset' | 'ignored';
  /** In which zone the dates of a filter are read; older texts say the store's. */
  readonly filterZone: 'UTC' | 'store';
  /** Refusals that have to do with an order or a folder come with HTTP 200, not with 400 or 404. */
  readonly refusesWith200: boolean;
  /** The vendor's clock: epoch milliseconds. */
  readonly now: () => number;
}

export interface BucketSize {
  /** How many requests fit in at once. */
  readonly capacity: number;
  /** How many drain away in a second. */
  readonly perSecond: number;
}

export const defaultOrderDeskOptions: OrderDeskOptions = {
  storeId: '18211',
  apiKey: 'sandbox-api-key',
  timeZone: 'Europe/Oslo',
  folders: {
    '21654': 'New',
    '21655': 'Prepared',
    '21656': 'Closed',
    '21657': 'Canceled',
    '21658': 'WMS Errors',
  },
  strictQuery: true,
  bucket: { capacity: 20, perSecond: 3 },
  inventoryPaging: 'works',
  filterZone: 'UTC',
  refusesWith200: false,
  now: Date.now,
};
