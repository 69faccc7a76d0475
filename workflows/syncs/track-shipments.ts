import { continueAsNew, proxyActivities } from '@temporalio/workflow';

import type { WarehouseActivities } from '../../activities/index.ts';
import type { FeedRunInput, FeedRunResult } from '../../src/domain/feed-cursor.ts';
import { warehouseQueue } from '../../src/domain/names.ts';
import { feedRun } from './feed-run.ts';
import { pageOptions } from './page-options.ts';

/** Takes what changed at the warehouse to the orders concerned. Started by the schedule `…:shipments`. */
export async function trackShipments(input: FeedRunInput): Promise<FeedRunResult> {
  const activities = proxyActivities<WarehouseActivities>({
    ...pageOptions(input.everyMs),
    taskQueue: warehouseQueue(input.connection),
    summary: 'Ask the warehouse what changed',
  });
  return await feedRun(
    'shipments',
    input,
    async (cursor) => await activities.trackShipments(cursor),
    async (next) => await continueAsNew<typeof trackShipments>(next),
  );
}
