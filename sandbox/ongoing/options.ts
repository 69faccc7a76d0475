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

/** How this simulated warehouse behaves where warehouses differ or where nobody knows. */
export interface OngoingOptions {
  readonly accounts: readonly OngoingAccount[];
  readonly statuses: readonly OrderStatus[];
  /** Unknown query parameters are refused instead of ignored. */
  readonly strictQuery: boolean;
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
  strictQuery: true,
  keepsRemovedLines: false,
  reopensCancelled: 'reopens',
  linesLagMs: 0,
  unknownWayOfDelivery: 'creates',
  now: Date.now,
};
