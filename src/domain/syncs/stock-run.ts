import type { DecimalText } from '../decimal.ts';
import type { RunReport } from './run-report.ts';
import type { FeedCursor } from './feed-cursor.ts';

/** One product whose stock differs: its code, and the quantity that the source should have. */
export type StockDifference = readonly [productCode: string, quantity: DecimalText];

/** Where the next stock run goes on. */
export interface StockCursor {
  /** Of the warehouse's stock feed. */
  readonly warehouse?: FeedCursor['position'];
  /** Of the source's products feed. */
  readonly source?: FeedCursor['position'];
  /** Orders that were reported until then have been looked at: an instant. */
  readonly reportedUntil?: string;
  /** How many runs in a row each product has been held: [product code, times]. */
  readonly held: readonly (readonly [string, number])[];
  /** The last run had more to write than it took on: the next one goes on reading where it ended. */
  readonly unfinished?: boolean;
}

/** Products that a run has counted: their codes, or `all` in a sweep and where they are too many. */
export type StockCounted = readonly string[] | 'all';

/** What one page of a comparison found. Nothing is written by it. */
export interface StockCompared {
  readonly cursor: StockCursor;
  readonly more: boolean;
  readonly differences: readonly StockDifference[];
  /** How many products were compared that the run hadn't counted before. */
  readonly compared: number;
  /** Which ones. */
  readonly counted: StockCounted;
  /** Those of the differences that the source has above zero and would lose. */
  readonly toZero: readonly string[];
  readonly report: RunReport;
  readonly progress?: { readonly done: number; readonly of: number };
}

/** What a stock run works on: what is held, and by which limits it writes. */
export interface StockRunBegin {
  readonly heldProducts: readonly string[];
  readonly reportedProducts: readonly string[];
  readonly reportedUntil: string;
  readonly maxShareToZero: number;
  /** The source's products are made of the warehouse's articles: all are compared by every run. */
  readonly isInventory?: boolean;
}

/** A run's result; the next one starts from its cursor. */
export interface StockRunResult {
  readonly cursor: StockCursor | null;
  readonly report: RunReport;
  readonly stoppedBy?: string;
}
