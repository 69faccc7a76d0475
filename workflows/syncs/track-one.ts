import { proxyActivities } from '@temporalio/workflow';

import type { WarehouseActivities } from '../../activities/index.ts';
import type { HintInput, HintResult } from '../../src/domain/webhook-event.ts';
import { warehouseQueue } from '../../src/domain/names.ts';
import { hintOptions } from './webhook-event-options.ts';
import { takeHints } from './take-webhook-events.ts';

/** Tells one order what the warehouse has of it. Started by the warehouse's webhook. */
export async function trackOne({ connection, order }: HintInput): Promise<HintResult> {
  const activities = proxyActivities<WarehouseActivities>({
    ...hintOptions,
    taskQueue: warehouseQueue(connection),
    summary: 'Read the order that the warehouse called about',
  });
  return await takeHints(async () => await activities.trackOrder(order));
}
