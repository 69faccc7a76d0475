import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { Logger } from 'pino';

import { ActivityRun, inActivityRun } from '../../../activities/activity-run.ts';
import { SystemFailure } from '../../domain/system-failure.ts';
import { applicationFailure } from './failure-boundary.ts';
import { orderOf } from './order-of.ts';

const heartbeatEveryMs = 4_000;

/** What the interceptors of one connection's activities work with. */
export interface ActivitySurroundings {
  readonly connection: string;
  readonly log: Logger;
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
              async () => await logged(surroundings, run, async () => await next(input)),
            );
          },
        },
      }),
    ],
  };
}

/** An attempt is logged before it runs, so that one that ends the process is seen, too. */
async function logged<Result>(
  { log }: ActivitySurroundings,
  run: ActivityRun,
  work: () => Promise<Result>,
): Promise<Result> {
  const { context } = run;
  log.debug(context, 'activity begins');
  const started = performance.now();
  const ended = (outcome: string) =>
    log.debug({ ...context, outcome, milliseconds: performance.now() - started }, 'activity ended');
  try {
    const result = await bounded(run, work);
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
async function bounded<Result>(run: ActivityRun, work: () => Promise<Result>): Promise<Result> {
  const context = Context.current();
  const beating = setInterval(() => context.heartbeat(run.remembered), heartbeatEveryMs);
  try {
    return await work();
  } catch (error) {
    throw error instanceof SystemFailure ? applicationFailure(error, run.gotOn) : error;
  } finally {
    clearInterval(beating);
  }
}
