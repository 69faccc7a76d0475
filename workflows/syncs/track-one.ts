import { proxyActivities } from '@temporalio/workflow';

import type { WarehouseActivities } from '../../activities/index.ts';
import type { WebhookEventInput, WebhookEventResult } from '../../src/domain/webhook-event.ts';
import { warehouseQueue } from '../../src/domain/names.ts';
import { webhookEventOptions } from './webhook-event-options.ts';
import { takeWebhookEvents } from './take-webhook-events.ts';

/** Tells one order what the warehouse has of it. Started by the warehouse's webhook. */
export async function trackOne({
  connection,
  order,
}: WebhookEventInput): Promise<WebhookEventResult> {
  const activities = proxyActivities<WarehouseActivities>({
    ...webhookEventOptions,
    taskQueue: warehouseQueue(connection),
    summary: 'Read the order that the warehouse called about',
  });
  return await takeWebhookEvents(async () => await activities.trackOrder(order));
}
