import { type Client, WorkflowNotFoundError, type WorkflowStartOptions } from '@temporalio/client';
import {
  type SearchAttributePair,
  TypedSearchAttributes,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
} from '@temporalio/common';

import {
  orderSignals,
  orderWorkflowId,
  workflowQueue,
  workflowTypes,
} from '../../src/domain/names.ts';
import { dueOf, numbersOf } from '../../src/domain/order-numbers.ts';
import { type OrderInput, rulesOfToday } from '../../src/domain/order-input.ts';
import type { OrderResult } from '../../src/domain/order-messages.ts';
import { Unreadable } from '../../src/domain/reading/read.ts';
import { readOrderResult } from '../../src/domain/reading/read-order-input.ts';
import { keyword } from '../../src/domain/search-text.ts';
import { bringsNews, type Snapshot } from '../../src/domain/snapshot.ts';
import type { order } from '../../workflows/order/order.ts';
import { searchAttributeKeys } from '../search-attribute-keys.ts';
import type { OpenConnection } from '../activity-dependencies.ts';
import { signalOrder } from './signal-order.ts';

/** What became of a snapshot on its way to its order. */
export type Delivery = 'started' | 'signalled' | 'not followed' | 'already ended';

/** A larger snapshot can't start a workflow; its order gets the reference and the fault only. */
const largestSnapshotBytes = 400_000;

/**
 * Hands a snapshot to its order's workflow. Only one in a pulled status may start a life; any other
 * is a plain signal, and that nobody follows the order is then no fault.
 */
export async function deliverSnapshot(
  temporal: Client,
  connection: OpenConnection,
  snapshot: Snapshot,
): Promise<Delivery> {
  const workflowId = orderWorkflowId(connection.id, snapshot.id);
  const bounded = withinBounds(snapshot);
  const signal = async () =>
    await signalOrder(temporal, workflowId, orderSignals.snapshot, bounded);
  if (snapshot.standing !== 'pulled') return (await signal()) ? 'signalled' : 'not followed';
  const earlier = await earlierLife(temporal, workflowId);
  if (earlier === 'running' && (await signal())) return 'signalled';
  const ended = typeof earlier === 'object' ? earlier : undefined;
  if (ended?.seen !== undefined && !bringsNews(snapshot, ended.seen, ended.endedAt)) {
    return 'already ended';
  }
  const input: OrderInput = {
    connection: connection.id,
    order: { id: snapshot.id, number: snapshot.number },
    source: connection.source.name,
    warehouse: connection.warehouse.name,
    timeZone: connection.timeZone,
    takesNotes: connection.source.tell === undefined ? undefined : true,
    earlier: ended,
    rules: rulesOfToday,
  };
  await temporal.workflow.signalWithStart<typeof order, [Snapshot]>(workflowTypes.order, {
    ...startOptions(connection, snapshot),
    workflowId,
    args: [input],
    signal: orderSignals.snapshot,
    signalArgs: [bounded],
  });
  return 'started';
}

function startOptions(
  connection: OpenConnection,
  snapshot: Snapshot,
): Omit<WorkflowStartOptions<typeof order>, 'args' | 'workflowId'> {
  return {
    taskQueue: workflowQueue,
    // On purpose: an order that comes back gets a new life, which first looks at the warehouse.
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    staticSummary: `${connection.name}: order ${snapshot.number}`,
    typedSearchAttributes: new TypedSearchAttributes(startAttributes(connection, snapshot)),
  };
}

/** By what an order is found until its own workflow writes more. They come with the start, for free. */
function startAttributes(connection: OpenConnection, snapshot: Snapshot): SearchAttributePair[] {
  const due = dueOf(snapshot.order);
  return [
    { key: searchAttributeKeys.connection, value: connection.id },
    { key: searchAttributeKeys.source, value: connection.source.name },
    { key: searchAttributeKeys.orderNumber, value: keyword(snapshot.number) },
    { key: searchAttributeKeys.numbers, value: numbersOf(snapshot) },
    { key: searchAttributeKeys.stage, value: 'importing' },
    { key: searchAttributeKeys.needsAttention, value: false },
    { key: searchAttributeKeys.changedAt, value: new Date(snapshot.changedAt) },
    ...(due === undefined ? [] : [{ key: searchAttributeKeys.due, value: due }]),
  ];
}

/** The result of the order's last life, `running`, or undefined where Temporal knows of none. */
async function earlierLife(
  temporal: Client,
  workflowId: string,
): Promise<OrderResult | 'running' | undefined> {
  try {
    const description = await temporal.workflow.getHandle(workflowId).describe();
    if (description.status.name === 'RUNNING') return 'running';
    if (description.status.name !== 'COMPLETED') return undefined;
    const ended = temporal.workflow.getHandle(workflowId, description.runId);
    return readOrderResult(await ended.result());
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    // A newer version wrote it. A life that knows of none before it looks at the warehouse first.
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

function withinBounds(snapshot: Snapshot): Snapshot {
  const bytes = Buffer.byteLength(JSON.stringify(snapshot));
  if (bytes <= largestSnapshotBytes) return snapshot;
  const { order, ...reference } = snapshot;
  return {
    ...reference,
    faults: [
      {
        field: 'Order',
        problem: `It is too large to send: ${order?.lines.length ?? 0} lines, ${Math.round(bytes / 1000)} kB.`,
        todo: 'Split it into several orders at the source.',
      },
    ],
  };
}
