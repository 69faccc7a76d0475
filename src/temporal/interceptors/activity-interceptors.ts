import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { Logger } from 'pino';

import { ActivityRun, inActivityRun } from '../../../activities/activity-run.ts';
import type { End } from '../../domain/incident.ts';
import { SystemFailure } from '../../domain/system-failure.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { applicationFailure } from './failure-boundary.ts';
import { orderOf } from './order-of.ts';

const heartbeatEveryMs = 4_000;

/** What the interceptors of one connection's activities work with. */
export interface ActivitySurroundings {
  readonly connection: string;
  /** The one that the worker's activities call; some call the other one, too. */
  readonly end: End;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/**
 * What surrounds every activity of a connection, so that none can do without: its log lines say which
 * one it was, it beats, and a failed vendor call leaves it as a failure that the workflow understands.
 */
export function activityInterceptors(surroundings: ActivitySurroundings): {
  readonly activity: ActivityInterceptorsFactory[];
} {
  return {
    activity: [
      () => ({
        inbound: {
          execute: async (input, next) => {
            const { activityType, attempt, ...info } = Context.current().info;
            const order = orderOf(input.args[0]);
            const run = new ActivityRun(
              {
                connection: surroundings.connection,
                activity: activityType,
                attempt,
                orderId: order?.id,
                orderNumber: order?.number,
              },
              info.heartbeatDetails,
            );
            return await inActivityRun(
              run,
              async () => await observed(surroundings, run, async () => await next(input)),
            );
          },
        },
      }),
    ],
  };
}

/** An attempt is logged before it runs, so that one that ends the process is seen, too. */
async function observed<Result>(
  surroundings: ActivitySurroundings,
  run: ActivityRun,
  work: () => Promise<Result>,
): Promise<Result> {
  const { log, metrics } = surroundings;
  const { context } = run;
  log.debug(context, 'activity begins');
  const started = performance.now();
  const ended = (outcome: string) => {
    const milliseconds = performance.now() - started;
    log.debug({ ...context, outcome, milliseconds }, 'activity ended');
    metrics.activity(context.activity, outcome, milliseconds);
  };
  try {
    const result = await bounded(surroundings.end, run, work);
    ended('ok');
    return result;
  } catch (error) {
    ended(error instanceof ApplicationFailure ? (error.type ?? 'failed') : 'failed');
    throw error;
  }
}

/**
 * Lets an activity beat: a worker that dies is missed within the heartbeat timeout instead of the whole
 * time allowed, and an activity that is cancelled hears of it. A short one never gets as far as to beat.
 */
async function bounded<Result>(
  end: End,
  run: ActivityRun,
  work: () => Promise<Result>,
): Promise<Result> {
  const context = Context.current();
  const beating = setInterval(() => context.heartbeat(run.remembered), heartbeatEveryMs);
  try {
    return await work();
  } catch (error) {
    throw error instanceof SystemFailure ? applicationFailure(error, end, run.gotOn) : error;
  } finally {
    clearInterval(beating);
  }
}
