import { AsyncLocalStorage } from 'node:async_hooks';

import { Context } from '@temporalio/activity';
import type { z } from 'zod';

/** Which activity runs, for log lines: order and connection where it has one. */
export interface ActivityRunContext {
  readonly connection: string;
  readonly activity: string;
  readonly attempt: number;
  readonly orderId?: string;
  readonly orderNumber?: string;
}

/** One attempt of an activity, as the interceptors follow it. */
export class ActivityRun {
  readonly context: ActivityRunContext;
  /** For the next attempt, as heartbeat details. */
  remembered: unknown;
  /** This attempt has done some of the work. */
  gotOn = false;

  constructor(context: ActivityRunContext, remembered: unknown) {
    this.context = context;
    this.remembered = remembered;
  }
}

const runs = new AsyncLocalStorage<ActivityRun>();

/** Does the work of one attempt; whatever it calls finds the attempt. */
export async function inActivityRun<Result>(
  run: ActivityRun,
  work: () => Promise<Result>,
): Promise<Result> {
  return await runs.run(run, work);
}

/** What every log line of an activity holds; nothing outside of activities. */
export const activityLogContext = (): object => runs.getStore()?.context ?? {};

/**
 * Keeps what the current activity has done for the attempt that may follow this one.
 * @param isProgress the next attempt needn't wait as long as its number says
 */
export function remember(done: unknown, isProgress = true): void {
  const run = runs.getStore();
  if (run !== undefined) {
    run.remembered = done;
    run.gotOn ||= isProgress;
  }
  Context.current().heartbeat(done);
}

/** What the attempts before this one have kept; undefined where there is nothing of that shape. */
export function recall<Schema extends z.ZodType>(schema: Schema): z.output<Schema> | undefined {
  return schema.safeParse(Context.current().info.heartbeatDetails).data;
}
