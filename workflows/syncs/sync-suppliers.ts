import { continueAsNew, proxyActivities } from '@temporalio/workflow';

import type { WarehouseActivities } from '../../activities/index.ts';
import type { FeedRunInput, FeedRunResult } from '../../src/domain/feed-cursor.ts';
import { warehouseQueue } from '../../src/domain/names.ts';
import { feedRun } from './feed-run.ts';
import { longPageOptions } from './page-options.ts';

/** Sends suppliers that changed along with their articles. Started by the schedule `…:suppliers`. */
export async function syncSuppliers(input: FeedRunInput): Promise<FeedRunResult> {
  const activities = proxyActivities<WarehouseActivities>({
    ...longPageOptions,
    taskQueue: warehouseQueue(input.connection),
    summary: 'Send a page of suppliers with their articles',
  });
  return await feedRun(
    'suppliers',
    input,
    async (cursor, full) => await activities.syncSuppliers(cursor, full),
    async (next) => await continueAsNew<typeof syncSuppliers>(next),
  );
}
