import type { Instant } from './order.ts';

/** One tracked piece of a shipment. */
export interface Tracking {
  /** Waybill or parcel number. */
  readonly number: string;
  readonly url?: string;
}

/** What left the warehouse. Return parcels and return waybills are never in it. */
export interface Shipment {
  readonly shippedAt?: Instant;
  readonly carrier?: { readonly name?: string; readonly code?: string; readonly service?: string };
  readonly tracking: readonly Tracking[];
}
