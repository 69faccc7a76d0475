import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { ScheduleNotFoundError, ScheduleOverlapPolicy } from '@temporalio/client';

import { scheduleId, workflowQueue } from '../domain/names.ts';
import { type Sync, syncs } from '../domain/syncs/syncs.ts';
import type { importOrders, syncStock } from '../../workflows/index.ts';
import type { TemporalAccess } from './temporal-access.ts';

/** The run of a process that somebody asked for. */
export interface AskedRun {
  readonly workflowId: string;
  readonly runId: string;
}

/** There is no such schedule: `apply` hasn't been run for it. */
export class ProcessNotApplied extends Error {
  override readonly name = 'ProcessNotApplied';
}

const lookEveryMs = 250;
const startsWithinMs = 60_000;

/**
 * Has the schedule run the process now, after a run that goes on. Only so does the run start where the
 * last one ended, and the next one where this one ends.
 */
export async function runProcess(
  { client }: TemporalAccess,
  connection: string,
  process: Sync,
): Promise<AskedRun> {
  const handle = client.schedule.getHandle(scheduleId(connection, process));
  try {
    const before = (await handle.describe()).info.numActionsTaken;
    await handle.trigger(ScheduleOverlapPolicy.BUFFER_ONE);
    const deadline = Date.now() + startsWithinMs;
    for (;;) {
      const { info } = await handle.describe();
      const newest = info.recentActions.at(-1);
      if (info.numActionsTaken > before && newest?.action.type === 'startWorkflow') {
        const { workflowId, firstExecutionRunId } = newest.action.workflow;
        return { workflowId, runId: firstExecutionRunId };
      }
      if (Date.now() > deadline) {
        throw new Error(
          `${connection}:${process} didn’t start within a minute: a run may be going on.`,
        );
      }
      await sleep(lookEveryMs);
    }
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
    throw new ProcessNotApplied(
      `${connection} has no process ${process} here. Run \`crossdock apply\` first.`,
      { cause: error },
    );
  }
}

/**
 * Runs a process over everything, beside its schedule: it changes only what differs, so that a run of
 * the schedule at the same time does no harm.
 */
export async function runProcessInFull(
  { client }: TemporalAccess,
  connection: string,
  process: Sync,
  everyMs: number,
): Promise<AskedRun> {
  const handle = await client.workflow.start<typeof importOrders | typeof syncStock>(
    syncs[process].workflow,
    {
      workflowId: `${scheduleId(connection, process)}:full:${randomUUID()}`,
      taskQueue: workflowQueue,
      args: [{ connection, everyMs, full: true }],
      staticSummary: `${connection}: ${process}, everything`,
    },
  );
  return { workflowId: handle.workflowId, runId: handle.firstExecutionRunId };
}
