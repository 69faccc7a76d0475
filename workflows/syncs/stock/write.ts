import { proxyActivities } from '@temporalio/workflow';

import type { SourceActivities } from '../../../activities/index.ts';
import { sourceQueue } from '../../../src/domain/names.ts';
import { readReport } from '../../../src/domain/reading/read-run.ts';
import { addReports } from '../../../src/domain/syncs/run-report.ts';
import { longPageOptions } from '../page-options.ts';
import type { StockRun, StockRunInput } from './stock-run.ts';

const writesAtATime = 100;

/** Writes some of what differs. */
export async function write({ connection }: StockRunInput, run: StockRun): Promise<void> {
  const chunk = run.differences.slice(0, writesAtATime);
  if (chunk.length === 0) {
    run.phase = 'done';
    return;
  }
  const activities = proxyActivities<SourceActivities>({
    ...longPageOptions,
    taskQueue: sourceQueue(connection),
    summary: `Write the stock of ${chunk.length === 1 ? '1 product' : `${chunk.length} products`}`,
  });
  run.report = addReports(run.report, readReport(await activities.writeStock(chunk)));
  run.differences = run.differences.slice(chunk.length);
}
