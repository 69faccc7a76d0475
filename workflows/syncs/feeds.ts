import { proxyActivities } from '@temporalio/workflow';

import type { SourceActivities, WarehouseActivities } from '../../activities/index.ts';
import type { FeedRunInput, FeedRunResult } from '../../src/domain/syncs/feed-cursor.ts';
import { endQueue } from '../../src/domain/names.ts';
import { type Feed, type FeedActivity, syncs } from '../../src/domain/syncs/syncs.ts';
import { feedRun } from './feed-run.ts';
import { longPageOptions, pageOptions } from './page-options.ts';

/** Takes what changed to where it belongs, page by page. Started by the schedule of its process. */
export const importOrders = feed('orders');
export const trackShipments = feed('shipments');
export const syncArticles = feed('articles');
export const syncCatalog = feed('catalog');
export const syncSuppliers = feed('suppliers');

function feed(sync: Feed): (input: FeedRunInput) => Promise<FeedRunResult> {
  const { activity, end, summary, writes } = syncs[sync].pages;
  return async (input) => {
    const activities = proxyActivities<Pick<SourceActivities & WarehouseActivities, FeedActivity>>({
      ...(writes ? longPageOptions : pageOptions(input.everyMs)),
      taskQueue: endQueue[end](input.connection),
      summary,
    });
    return await feedRun(
      sync,
      input,
      async (cursor, full) => await activities[activity](cursor, full),
    );
  };
}
