import { setTimeout as sleep } from 'node:timers/promises';

import { WorkflowFailedError } from '@temporalio/client';

import type { OrderStatus } from '../../src/domain/order-messages.ts';
import type { World } from '../world/world.ts';

/** Both processes, run again and again until they are told to stop. */
export interface Rounds {
  /** Runs that ended well, and runs that failed: the next one is their retry. */
  readonly runs: { ok: number; failed: number };
  stop(): Promise<void>;
}

/** Does what the schedules of a connection do, with a short interval. */
export function startRounds(world: World, everyMs: number): Rounds {
  const runs = { ok: 0, failed: 0 };
  const stopped = new AbortController();
  const repeat = async (run: () => Promise<unknown>): Promise<void> => {
    while (!stopped.signal.aborted) {
      try {
        await run();
        runs.ok += 1;
      } catch (error) {
        if (!(error instanceof WorkflowFailedError)) throw error;
        runs.failed += 1;
      }
      await sleep(everyMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  };
  const both = Promise.all([
    repeat(async () => await world.importOrders()),
    repeat(async () => await world.trackShipments()),
  ]);
  both.catch(() => undefined);
  return {
    runs,
    async stop() {
      stopped.abort();
      await both;
    },
  };
}

/** How many orders of the connection ended as completed. */
export async function completedOrders({ access }: World): Promise<number> {
  const { count } = await access.client.workflow.count(
    "WorkflowType = 'order' AND stage = 'completed' AND ExecutionStatus = 'Completed'",
  );
  return count;
}

/** What some of the orders say that haven't ended, to see what they wait for. */
export async function openOrders({ access }: World, most: number): Promise<OrderStatus[]> {
  const statuses: OrderStatus[] = [];
  const query = "WorkflowType = 'order' AND ExecutionStatus = 'Running'";
  for await (const { workflowId } of access.client.workflow.list({ query })) {
    statuses.push(await access.client.workflow.getHandle(workflowId).query('status'));
    if (statuses.length === most) break;
  }
  return statuses;
}
