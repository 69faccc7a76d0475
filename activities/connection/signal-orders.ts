import type { Client } from '@temporalio/client';
import PQueue from 'p-queue';

import type { orderSignals } from '../../src/domain/names.ts';
import { signalOrder } from '../orders/signal-order.ts';

const signalsAtATime = 10;

/** Which of a connection's running orders are meant, in the words of a visibility query. */
export const runningOrders = (connection: string, which: string): string =>
  `connection = '${connection}' AND WorkflowType = 'order' AND ExecutionStatus = 'Running' AND ${which}`;

/** Sends a signal to all orders that a query finds; gives how many heard it. Some may end meanwhile. */
export async function signalOrders(
  temporal: Client,
  query: string,
  signal: (typeof orderSignals)['wake' | 'renew'],
): Promise<number> {
  const queue = new PQueue({ concurrency: signalsAtATime });
  const heard: Promise<boolean>[] = [];
  for await (const { workflowId } of temporal.workflow.list({ query })) {
    heard.push(queue.add(async () => await signalOrder(temporal, workflowId, signal)));
  }
  return (await Promise.all(heard)).filter((one) => one).length;
}
