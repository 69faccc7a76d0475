import type { OrderStatus } from './statuses.ts';
import { vendorStatuses } from './statuses.ts';

/** Who may call: one API user of one warehouse, and the goods owners it reaches. */
export interface OngoingAccount {
  /** The part of the URL that names the warehouse. */
  readonly warehouse: string;
  readonly username: string;
  readonly password: string;
  readonly goodsOwners: readonly GoodsOwner[];
}

export interface GoodsOwner {
  readonly id: number;
  readonly name: string;
}

export interface Transporter {
  readonly name: string;
  readonly code: string;
  readonly services: readonly { readonly code: string; readonly name: string }[];
}

/** How this simulated warehouse behaves where warehouses differ or where nobody knows. */
export interface OngoingOptions {
  readonly accounts: readonly OngoingAccount[];
  readonly statuses: readonly OrderStatus[];
  readonly transporters: readonly Transporter[];
  /** Unknown query parameters are refused instead of ignored. */
  readonly strictQuery: boolean;
  /** Longest query string in characters; longer ones are answered 404, as IIS does. */
  readonly maxQueryLength: number;
  /**
   * Requests of the `fetch` that Node brings along are answered with a bare 500, as the vendor's
   * servers were seen to do.
   */
  readonly refusesFetch: boolean;
  /** Lines that a later PUT no longer names stay on the order. */
  readonly keepsRemovedLines: boolean;
  /** What a PUT of a cancelled order's number does. */
  readonly reopensCancelled: 'reopens' | 'stays cancelled' | 'refuses';
  /** For so many milliseconds after a PUT the order is read back without its lines. */
  readonly linesLagMs: number;
  /** What a way of delivery that the warehouse doesn't know leads to. */
  readonly unknownWayOfDelivery: 'creates' | 'refuses';
  /** The vendor's clock: epoch milliseconds. */
  readonly now: () => number;
}

/** The account that a sandbox has where nothing else is said. */
export const demoAccount: OngoingAccount = {
  warehouse: 'nord',
  username: 'sandbox',
  password: 'sandbox',
  goodsOwners: [{ id: 101, name: 'Nordlys AS' }],
};

export const defaultOngoingOptions: OngoingOptions = {
  accounts: [demoAccount],
  statuses: vendorStatuses,
  transporters: [
    {
      name: 'Bring',
      code: 'BRING',
      services: [
        { code: '1000', name: 'Business parcel' },
        { code: '1202', name: 'Parcel to pickup point' },
      ],
    },
    { name: 'PostNord', code: 'PN', services: [{ code: '19', name: 'MyPack Collect' }] },
  ],
  strictQuery: true,
  maxQueryLength: 8_000,
  refusesFetch: true,
  keepsRemovedLines: false,
  reopensCancelled: 'reopens',
  linesLagMs: 0,
  unknownWayOfDelivery: 'creates',
  now: Date.now,
};
