import { proxyActivities } from '@temporalio/workflow';

import type { WarehouseActivities } from '../../../activities/index.ts';
import { warehouseQueue } from '../../../src/domain/names.ts';
import { readStockRunBegin } from '../../../src/domain/reading/read-stock-run.ts';
import { emptyReport } from '../../../src/domain/syncs/run-report.ts';
import type { StockCursor } from '../../../src/domain/syncs/stock-run.ts';
import { longPageOptions } from '../page-options.ts';
import type { StockRun, StockRunInput } from './stock-run.ts';

/** A run that has compared nothing yet, and knows what it must leave alone. */
export async function beginRun(
  { connection }: StockRunInput,
  cursor: StockCursor | null,
): Promise<StockRun> {
  const activities = proxyActivities<WarehouseActivities>({
    ...longPageOptions,
    taskQueue: warehouseQueue(connection),
    summary: 'Which products are on orders that aren’t reported yet?',
  });
  const begin = readStockRunBegin(await activities.beginStockRun(cursor?.reportedUntil ?? null));
  return {
    startedMs: Date.now(),
    begin,
    phase: begin.isInventory === true ? 'inventory' : 'warehouse',
    cursor: cursor ?? { held: [] },
    differences: [],
    compared: 0,
    counted: [],
    toZero: 0,
    report: emptyReport,
    firstPage: true,
  };
}
