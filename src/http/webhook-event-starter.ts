import type { Logger } from 'pino';
import { TypedSearchAttributes, WorkflowIdConflictPolicy } from '@temporalio/common';

import { searchAttributeKeys } from '../../activities/search-attribute-keys.ts';
import type { End } from '../domain/incident.ts';
import { type WebhookEventInput, webhookEvents } from '../domain/syncs/webhook-event.ts';
import { webhookEventSignal, workflowQueue } from '../domain/names.ts';
import type { TemporalAccess } from '../temporal/temporal-access.ts';
import type { importOne } from '../../workflows/index.ts';
import { HttpProblem } from './http-problem.ts';

/** A vendor calls again where Temporal doesn't take its webhook event within this. */
const takenWithinMs = 5_000;

/**
 * Has a webhook event followed, and returns as soon as Temporal holds it. One for an order whose
 * earlier event is still followed joins it, so that an event given twice does nothing twice.
 * @throws HttpProblem 503 where Temporal doesn't take it
 */
export async function startWebhookEvent(
  { client }: TemporalAccess,
  log: Logger,
  from: End,
  event: WebhookEventInput,
): Promise<void> {
  const { workflow, workflowId, words } = webhookEvents[from];
  const { connection, order } = event;
  try {
    await client.connection.withDeadline(
      Date.now() + takenWithinMs,
      async () =>
        await client.workflow.signalWithStart<typeof importOne>(workflow, {
          workflowId: workflowId(connection, order.id),
          taskQueue: workflowQueue,
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
          args: [event],
          signal: webhookEventSignal,
          signalArgs: [],
          staticSummary: `${connection}: ${words} about order ${order.number}`,
          typedSearchAttributes: new TypedSearchAttributes([
            { key: searchAttributeKeys.connection, value: connection },
          ]),
        }),
    );
  } catch (error) {
    log.warn({ connection, from, error: String(error) }, 'Temporal did not take a webhook event');
    throw new HttpProblem(503, 'It can’t be taken at the moment. Call again.');
  }
  log.debug({ connection, from, order: order.id }, 'webhook event taken');
}
