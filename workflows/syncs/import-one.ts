import { proxyActivities } from '@temporalio/workflow';

import type { SourceActivities } from '../../activities/index.ts';
import type { WebhookEventInput, WebhookEventResult } from '../../src/domain/webhook-event.ts';
import { sourceQueue } from '../../src/domain/names.ts';
import { webhookEventOptions } from './webhook-event-options.ts';
import { takeWebhookEvents } from './take-webhook-events.ts';

/** Takes one order to its workflow. Started by the source's webhook. */
export async function importOne({
  connection,
  order,
}: WebhookEventInput): Promise<WebhookEventResult> {
  const activities = proxyActivities<SourceActivities>({
    ...webhookEventOptions,
    taskQueue: sourceQueue(connection),
    summary: 'Read the order that the source called about',
  });
  return await takeWebhookEvents(async () => await activities.importOrder(order));
}
