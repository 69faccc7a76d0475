import type { RunReport } from '../../../src/domain/syncs/run-report.ts';
import type {
  StockCounted,
  StockCursor,
  StockDifference,
  StockRunBegin,
} from '../../../src/domain/syncs/stock-run.ts';

/** What a stock run starts with, and hands over when it continues as new. */
export interface StockRunInput {
  readonly connection: string;
  readonly everyMs: number;
  readonly full?: boolean;
  /** Where to go on, instead of where the schedule's last run ended. */
  readonly cursor?: StockCursor | null;
  readonly run?: StockRun;
}

export type Comparison = 'warehouse' | 'source' | 'named' | 'inventory';
export type Phase = Comparison | 'write' | 'done';

/** How far a run is. */
export interface StockRun {
  readonly startedMs: number;
  readonly begin: StockRunBegin;
  phase: Phase;
  cursor: StockCursor;
  differences: StockDifference[];
  compared: number;
  counted: StockCounted;
  toZero: number;
  report: RunReport;
  firstPage: boolean;
}
