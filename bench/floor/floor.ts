import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { Worker } from '@temporalio/worker';
import PQueue from 'p-queue';

import type { TemporalAccess } from '../../src/temporal/temporal-access.ts';

const bareActivities = { nothing: async (): Promise<void> => {} };
export type BareActivities = typeof bareActivities;

const atATime = 100;

/**
 * How many bare workflows a second this machine's engine takes just now: start, two activities, two
 * changes of a search attribute and a signal. What an order costs beyond it is the product's.
 */
export async function floorPerSecond(access: TemporalAccess, count: number): Promise<number> {
  const taskQueue = 'floor';
  const worker = await Worker.create({
    connection: await access.native(),
    namespace: access.namespace,
    taskQueue,
    workflowsPath: fileURLToPath(new URL('./bare-workflow.ts', import.meta.url)),
    activities: bareActivities,
  });
  return await worker.runUntil(async () => {
    const queue = new PQueue({ concurrency: atATime });
    const began = performance.now();
    await queue.addAll(
      Array.from({ length: count }, () => async () => {
        const workflowId = `floor:${randomUUID()}`;
        const handle = await access.client.workflow.start('bare', { taskQueue, workflowId });
        await handle.signal('shipped');
        await handle.result();
      }),
    );
    return (count * 1_000) / (performance.now() - began);
  });
}
