import { continueAsNew, proxyActivities } from '@temporalio/workflow';

import type { WarehouseActivities } from '../../activities/index.ts';
import type { FeedRunInput, FeedRunResult } from '../../src/domain/feed-cursor.ts';
import { warehouseQueue } from '../../src/domain/names.ts';
import { feedRun } from './feed-run.ts';
import { longPageOptions } from './page-options.ts';

/** Makes the warehouse's articles equal to the source's inventory items. Started by `…:catalog`. */
export async function syncCatalog(input: FeedRunInput): Promise<FeedRunResult> {
  const activities = proxyActivities<WarehouseActivities>({
    ...longPageOptions,
    taskQueue: warehouseQueue(input.connection),
    summary: 'Compare and write a page of the catalogue',
  });
  return await feedRun(
    'catalog',
    input,
    async (cursor, full) => await activities.syncArticles(cursor, full),
    async (next) => await continueAsNew<typeof syncCatalog>(next),
  );
}
