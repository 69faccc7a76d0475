import type { Logger } from 'pino';
import { TypedSearchAttributes, WorkflowIdConflictPolicy } from '@temporalio/common';

import { searchAttributeKeys } from '../../activities/search-attribute-keys.ts';
import type { HintInput } from '../domain/webhook-event.ts';
import {
  hintSignal,
  orderHintId,
  warehouseHintId,
  workflowQueue,
  workflowTypes,
} from '../domain/names.ts';
import type { TemporalAccess } from '../temporal/temporal-access.ts';
import { HttpProblem } from './http-problem.ts';

/** A vendor calls again where Temporal doesn't take its hint within this. */
const takenWithinMs = 5_000;

/** Who gave a hint. */
export type HintOrigin = 'source' | 'warehouse';

const workflowFor = {
  source: { type: workflowTypes.importOne, id: orderHintId, words: 'the source called' },
  warehouse: { type: workflowTypes.trackOne, id: warehouseHintId, words: 'the warehouse called' },
} as const;

/**
 * Has a hint followed, and returns as soon as Temporal holds it. A hint for an order whose earlier hint
 * is still followed joins it, so that one given twice does nothing twice.
 * @throws HttpProblem 503 where Temporal doesn't take it
 */
export async function startHint(
  { client }: TemporalAccess,
  log: Logger,
  from: HintOrigin,
  hint: HintInput,
): Promise<void> {
  const { type, id, words } = workflowFor[from];
  const { connection, order } = hint;
  try {
    await client.connection.withDeadline(
      Date.now() + takenWithinMs,
      async () =>
        await client.workflow.signalWithStart(type, {
          workflowId: id(connection, order.id),
          taskQueue: workflowQueue,
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
          args: [hint],
          signal: hintSignal,
          signalArgs: [],
          staticSummary: `${connection}: ${words} about order ${order.number}`,
          typedSearchAttributes: new TypedSearchAttributes([
            { key: searchAttributeKeys.connection, value: connection },
          ]),
        }),
    );
  } catch (error) {
    log.warn({ connection, from, error: String(error) }, 'Temporal did not take a hint');
    throw new HttpProblem(503, 'It can’t be taken at the moment. Call again.');
  }
  log.debug({ connection, from, order: order.id }, 'hint taken');
}
