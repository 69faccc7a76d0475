import {
  addReports,
  emptyReport,
  namedInReport,
  type RunReport,
} from '../../../src/domain/syncs/run-report.ts';
import type { StockCursor } from '../../../src/domain/syncs/stock-run.ts';
import type { StockRun } from './stock-run.ts';

/** A product that is held this often needs a person: its order hangs. */
const heldTooOften = 4;

/** Where the next run goes on. */
export function nextCursor(run: StockRun): StockCursor {
  // A run that stopped short hasn't looked at what was named: the next one does.
  if (run.cursor.unfinished === true) return run.cursor;
  const times = new Map(run.cursor.held);
  return {
    ...run.cursor,
    reportedUntil: run.begin.reportedUntil,
    held: run.begin.heldProducts.map((code) => [code, (times.get(code) ?? 0) + 1] as const),
  };
}

/** The run's report, and what hangs. */
export function withHeldTooOften(run: StockRun): RunReport {
  const hanging = nextCursor(run).held.filter(([, times]) => times >= heldTooOften);
  if (hanging.length === 0) return run.report;
  return addReports(run.report, {
    ...emptyReport,
    failed: hanging.slice(0, namedInReport).map(([code, times]) => ({
      name: `Product ${code}`,
      why: `Held ${times} times: an order with it is picked and still not reported. Look at the orders that need attention.`,
    })),
    failedCount: hanging.length,
  });
}
