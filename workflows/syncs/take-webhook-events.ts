import { ActivityFailure, defineSignal, setHandler } from '@temporalio/workflow';

import { webhookEventSignal } from '../../src/domain/names.ts';
import type { WebhookEventResult } from '../../src/domain/webhook-event.ts';
import { failureText } from './tell-connection.ts';

/**
 * Reads the order that webhook events speak of, once more for those that came while it was read: what they
 * speak of may have happened after the reading. A webhook event that can't be followed is left to the schedule.
 */
export async function takeWebhookEvents(read: () => Promise<string>): Promise<WebhookEventResult> {
  let given = 0;
  setHandler(defineSignal(webhookEventSignal), () => {
    given += 1;
  });
  for (;;) {
    const taken = given;
    try {
      const outcome = await read();
      if (given === taken) return { outcome };
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      return { outcome: `Left to the next run. ${failureText(error)}` };
    }
  }
}
