import type { OrderReference } from './order.ts';
import type { OrderResult } from './order-messages.ts';

/** Said by whoever starts a run of an order's workflow. */
export const rulesOfToday = 2;

/** With what an order's workflow starts. Names and a zone for its texts; no settings, no secrets. */
export interface OrderInput {
  readonly connection: string;
  readonly order: OrderReference;
  /** The source system as people call it. */
  readonly source: string;
  /** The warehouse system as people call it. */
  readonly warehouse: string;
  /** In which operators read times. */
  readonly timeZone: string;
  /** The source can hold notes with an order. */
  readonly takesNotes?: boolean;
  /** How an earlier life of the same order ended, where Temporal still knows. */
  readonly earlier?: OrderResult;
  /**
   * By which rules the run plays; absent: by those of 0.1.0. A run keeps its rules for good, since it is
   * replayed; the one that continues it plays by today's.
   */
  readonly rules?: typeof rulesOfToday;
  /** The state that the run before handed over. */
  readonly state?: unknown;
}
