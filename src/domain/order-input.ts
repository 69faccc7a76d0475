import type { OrderReference } from './order.ts';
import type { OrderResult } from './order-messages.ts';

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
  /** The state that the run before handed over. */
  readonly state?: unknown;
}
