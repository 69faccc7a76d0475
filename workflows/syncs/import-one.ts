import { proxyActivities } from '@temporalio/workflow';

import type { SourceActivities } from '../../activities/index.ts';
import type { HintInput, HintResult } from '../../src/domain/webhook-event.ts';
import { sourceQueue } from '../../src/domain/names.ts';
import { hintOptions } from './webhook-event-options.ts';
import { takeHints } from './take-webhook-events.ts';

/** Takes one order to its workflow. Started by the source's webhook. */
export async function importOne({ connection, order }: HintInput): Promise<HintResult> {
  const activities = proxyActivities<SourceActivities>({
    ...hintOptions,
    taskQueue: sourceQueue(connection),
    summary: 'Read the order that the source called about',
  });
  return await takeHints(async () => await activities.importOrder(order));
}
