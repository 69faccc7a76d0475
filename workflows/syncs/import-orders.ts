import { continueAsNew, proxyActivities } from '@temporalio/workflow';

import type { SourceActivities } from '../../activities/index.ts';
import type { FeedRunInput, FeedRunResult } from '../../src/domain/feed-cursor.ts';
import { sourceQueue } from '../../src/domain/names.ts';
import { feedRun } from './feed-run.ts';
import { pageOptions } from './page-options.ts';

/** Takes orders that changed at the source to their workflows. Started by the schedule `…:orders`. */
export async function importOrders(input: FeedRunInput): Promise<FeedRunResult> {
  const activities = proxyActivities<SourceActivities>({
    ...pageOptions(input.everyMs),
    taskQueue: sourceQueue(input.connection),
    summary: 'Read changed orders from the source',
  });
  return await feedRun(
    'orders',
    input,
    async (cursor) => await activities.importOrders(cursor),
    async (next) => await continueAsNew<typeof importOrders>(next),
  );
}
