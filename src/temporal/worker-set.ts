import { Worker } from '@temporalio/worker';

import { sourceActivities, warehouseActivities } from '../../activities/index.ts';
import type { ActivityDependencies } from '../../activities/activity-dependencies.ts';
import type { End } from '../domain/incident.ts';
import { endQueue, workflowQueue } from '../domain/names.ts';
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
 * Callers of one system at a time. More than the rate limiter lets through: those who wait are what joins
 * into one request. Few enough that the last of them is served, one call at a time, before an activity's
 * own time is up.
 */
const callersAtATime = 100;

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
  const native = await access.native();
  const worker = async (end: End, activities: object) =>
    await Worker.create({
      connection: native,
      namespace: access.namespace,
      taskQueue: endQueue[end](connection),
      interceptors: activityInterceptors({ ...watched, connection, end }),
      activityTaskPollerBehavior: pollers,
      maxConcurrentActivityTaskExecutions: callersAtATime,
      activities,
      ...drain,
    });
  return await running([
    worker('source', sourceActivities(dependencies)),
    worker('warehouse', warehouseActivities(dependencies)),
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
