import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import PQueue from 'p-queue';

import { orderSignals, waitingForConnection } from '../src/domain/names.ts';
import type { ActivityDependencies } from './activity-dependencies.ts';

const signalsAtATime = 10;

/** Tells the orders that wait for this connection that the trouble is over. */
export function wakeOrders({ connection, temporal }: ActivityDependencies) {
  const waiting = () =>
    `connection = '${connection().id}' AND attention = '${waitingForConnection}' AND ExecutionStatus = 'Running'`;
  return {
    async wakeOrders(): Promise<number> {
      const queue = new PQueue({ concurrency: signalsAtATime });
      const signals: Promise<boolean>[] = [];
      for await (const { workflowId } of temporal.workflow.list({ query: waiting() })) {
        signals.push(queue.add(async () => await wake(temporal, workflowId)));
      }
      const woken = (await Promise.all(signals)).filter((done) => done).length;
      return woken;
    },

    /** How many orders wait now. */
    async countWaitingOrders(): Promise<number> {
      const { count } = await temporal.workflow.count(waiting());
      return count;
    },
  };
}

export type WakeOrders = ReturnType<typeof wakeOrders>;

/** False where the order ended meanwhile. */
async function wake(temporal: Client, workflowId: string): Promise<boolean> {
  try {
    await temporal.workflow.getHandle(workflowId).signal(orderSignals.wake);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
