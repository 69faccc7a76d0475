import type { Instant } from './order.ts';

/** What became of reporting a shipment to the source. */
export type ReportOutcome =
  /** `followUntil`: late parcels may still come, so the order is followed until then. */
  | { readonly kind: 'reported'; readonly status: string; readonly followUntil?: Instant }
  /** The source already says so: an earlier answer was lost, or somebody set it by hand. */
  | { readonly kind: 'already'; readonly status: string }
  /** A person has moved the order on (invoiced, returned …): told, never forced. */
  | { readonly kind: 'moved on'; readonly status: string }
  /** The connection reports nothing; `why` names the setting. */
  | { readonly kind: 'not wanted'; readonly why: string }
  /** Tracking isn't there yet. */
  | { readonly kind: 'wait'; readonly until: Instant }
  /** The source no longer has the order. */
  | { readonly kind: 'gone' };

/** What became of telling the source that an order was imported. */
export type MarkOutcome =
  | { readonly kind: 'marked'; readonly status: string }
  | { readonly kind: 'already'; readonly status: string }
  | { readonly kind: 'moved on'; readonly status: string }
  | { readonly kind: 'not wanted' }
  | { readonly kind: 'gone' };
