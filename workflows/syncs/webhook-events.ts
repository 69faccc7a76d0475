import { ActivityFailure, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';

import type { SourceActivities, WarehouseActivities } from '../../activities/index.ts';
import type { End } from '../../src/domain/incident.ts';
import { endQueue, webhookEventSignal } from '../../src/domain/names.ts';
import {
  type WebhookEventInput,
  type WebhookEventResult,
  webhookEvents,
} from '../../src/domain/syncs/webhook-event.ts';
import { failureText } from './tell-connection.ts';

type EventActivities = Pick<
  SourceActivities & WarehouseActivities,
  (typeof webhookEvents)[End]['activity']
>;

/** Takes the order that a webhook event speaks of to its workflow. Started by the source's webhook. */
export const importOne = following('source');
/** Tells the order that a webhook event speaks of what the warehouse has of it. */
export const trackOne = following('warehouse');

/**
 * Reads the order that webhook events speak of, once more for those that came while it was read: what
 * they speak of may have happened after the reading. The next run of the schedule finds it, too, so an
 * event is followed for a few minutes only, and then left to that run.
 */
function following(end: End): (event: WebhookEventInput) => Promise<WebhookEventResult> {
  const { activity, summary } = webhookEvents[end];
  return async ({ connection, order }) => {
    const activities = proxyActivities<EventActivities>({
      taskQueue: endQueue[end](connection),
      startToCloseTimeout: '40 seconds',
      heartbeatTimeout: '15 seconds',
      scheduleToCloseTimeout: '5 minutes',
      retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
      summary,
    });
    let given = 0;
    setHandler(defineSignal(webhookEventSignal), () => {
      given += 1;
    });
    for (;;) {
      const taken = given;
      try {
        const outcome = await activities[activity](order);
        if (given === taken) return { outcome };
      } catch (error) {
        if (!(error instanceof ActivityFailure)) throw error;
        return { outcome: `Left to the next run. ${failureText(error)}` };
      }
    }
  };
}
