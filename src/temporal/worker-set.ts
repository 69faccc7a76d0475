import { Worker, type WorkerOptions } from '@temporalio/worker';

import { sourceActivities, warehouseActivities } from '../../activities/index.ts';
import type { ActivityDependencies } from '../../activities/activity-dependencies.ts';
import { sourceQueue, warehouseQueue, workflowQueue } from '../domain/names.ts';
import {
  activityInterceptors,
  type ActivitySurroundings,
} from './interceptors/activity-interceptors.ts';
import type { TemporalAccess } from './temporal-access.ts';
import { cachedWorkflows, defaultWorkflowCache } from './workflow-cache.ts';
import { type WorkflowCode, workflowCode } from './workflow-code.ts';

/** Activities in flight may finish within this when a worker is told to stop. */
const drain = { shutdownGraceTime: '20s', shutdownForceTime: '40s' } as const;

/**
 * Callers of one system at a time. More than the rate limiter lets through: those who wait are what joins into
 * one request. At the warehouse few enough that the last of them is served, one call at a time, before
 * an activity's own time is up.
 */
const callersAtATime = { source: 100, warehouse: 100 };

/**
 * A queue where nothing happens is asked by one poller: with hundreds of connections they are most of
 * what a worker needs (bench:tenants).
 */
const pollers = { type: 'autoscaling', minimum: 1, initial: 1, maximum: 5 } as const;

/** Workers that run until they are stopped. */
export interface RunningWorkers {
  /** Resolves when they have stopped; rejects when one of them fails. */
  readonly ended: Promise<void>;
  /** Lets activities in flight finish. */
  readonly stop: () => void;
}

/** The worker that every process runs: workflows only. */
export async function startWorkflowWorker(
  access: TemporalAccess,
  code: WorkflowCode = workflowCode(),
  cacheMegabytes = defaultWorkflowCache,
): Promise<RunningWorkers> {
  const connection = await access.native();
  return await running([
    Worker.create({
      connection,
      namespace: access.namespace,
      taskQueue: workflowQueue,
      maxCachedWorkflows: cachedWorkflows(cacheMegabytes),
      ...code,
      ...drain,
    }),
  ]);
}

/** The two activity workers of one connection, each on its own queue. */
export async function startConnectionWorkers(
  access: TemporalAccess,
  connection: string,
  dependencies: ActivityDependencies,
  watched: Pick<ActivitySurroundings, 'log' | 'metrics'>,
): Promise<RunningWorkers> {
  const options: Partial<WorkerOptions> = {
    namespace: access.namespace,
    activityTaskPollerBehavior: pollers,
    ...drain,
  };
  const native = await access.native();
  return await running([
    Worker.create({
      ...options,
      connection: native,
      taskQueue: sourceQueue(connection),
      interceptors: activityInterceptors({ ...watched, connection, end: 'source' }),
      maxConcurrentActivityTaskExecutions: callersAtATime.source,
      activities: sourceActivities(dependencies),
    }),
    Worker.create({
      ...options,
      connection: native,
      taskQueue: warehouseQueue(connection),
      interceptors: activityInterceptors({ ...watched, connection, end: 'warehouse' }),
      maxConcurrentActivityTaskExecutions: callersAtATime.warehouse,
      activities: warehouseActivities(dependencies),
    }),
  ]);
}

async function running(made: readonly Promise<Worker>[]): Promise<RunningWorkers> {
  const workers = await Promise.all(made);
  const stop = () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  const ended = Promise.all(
    workers.map(async (worker) => {
      try {
        await worker.run();
      } finally {
        stop();
      }
    }),
  ).then(() => {});
  return { ended, stop };
}
