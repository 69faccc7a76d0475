/** How goods travel, as a connection writes it: `BRING/1202`, a way of delivery, or its section. */
export type ShippingClass = string | { readonly wayOfDelivery: string };

/** What one connection says about its Order Desk store, with durations in milliseconds. */
export interface OrderDeskSettings {
  /** The root of the API: `https://app.orderdesk.me/api/v2`. */
  readonly url: string;
  readonly storeId: string;
  readonly apiKey: string;
  /** IANA zone in which calendar dates are meant. The API's times are UTC. */
  readonly timeZone: string;
  /** Names or ids. From these folders orders are taken. */
  readonly folders: readonly string[];
  /** An order in one of these must not go. */
  readonly cancelFolders: readonly string[];
  readonly orderNumber: 'sourceId' | 'id';
  /** Where an order is moved once the warehouse has it; null: it stays. */
  readonly afterImport: string | null;
  /** Where an order is moved that needs attention; null: it stays. */
  readonly onError: string | null;
  readonly defaultMailClass?: string;
  /** The cart's shipping method → the warehouse's. */
  readonly shippingClassMatch: Readonly<Record<string, ShippingClass>>;
  readonly defaultCurrency?: string;
  readonly notify: { readonly email: boolean; readonly sms: boolean; readonly phone: boolean };
  readonly products: {
    /** Item code → the article numbers that are sent for it, separated by commas. */
    readonly codeMatch: Readonly<Record<string, string>>;
    readonly codeSkip: readonly string[];
    readonly picklistMessageField?: string;
    readonly giftMessageField?: string;
    /** Only items at these locations; empty: all. */
    readonly inventoryLocations: readonly string[];
  };
  readonly shipments: {
    /** Where a shipped order is moved; null: it stays. */
    readonly afterShipment: string | null;
    /** Reported as soon as tracking is there, also before the goods have left. */
    readonly reportAvailable: boolean;
    /** How long a report waits for tracking, counted from when the order was seen as shipped. */
    readonly waitForTrackingMs: number;
    /** How long late parcels are taken after that. */
    readonly followUpMs: number;
  };
  readonly stock: { readonly enabled: boolean; readonly quantity: 'physical' | 'sellable' };
  readonly catalog: {
    readonly enabled: boolean;
    /** Which metadata of an inventory item holds what. */
    readonly metadata: { readonly barcode?: string; readonly hsCode?: string };
  };
}
