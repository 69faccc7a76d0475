import {
  type Client,
  type ScheduleExecutionResult,
  ScheduleNotFoundError,
  WorkflowNotFoundError,
} from '@temporalio/client';

import type { ConnectionStatus } from '../domain/connection-messages.ts';
import { connectionWorkflowId, scheduleId } from '../domain/names.ts';
import type { Sync } from '../domain/syncs/syncs.ts';
import { Unreadable } from '../domain/reading/read.ts';
import { readRunResult } from '../domain/reading/read-run.ts';
import type { RunReport } from '../domain/syncs/run-report.ts';
import type { TemporalAccess } from './temporal-access.ts';

/** How a process of a connection fares. Times are instants. */
export interface ProcessStatus {
  readonly process: Sync;
  readonly paused: boolean;
  readonly note?: string;
  readonly nextRunAt?: string;
  readonly lastRun?: {
    readonly startedAt: string;
    readonly outcome: 'running' | 'completed' | 'failed' | 'gone';
    readonly report?: RunReport;
    readonly stoppedBy?: string;
  };
}

/** A process's status, or undefined where there is no schedule for it. */
export async function processStatus(
  { client }: TemporalAccess,
  connection: string,
  process: Sync,
): Promise<ProcessStatus | undefined> {
  try {
    const { info, state } = await client.schedule
      .getHandle(scheduleId(connection, process))
      .describe();
    const next = info.nextActionTimes[0];
    const newest = info.recentActions.at(-1);
    return {
      process,
      paused: state.paused,
      note: state.note === '' ? undefined : state.note,
      nextRunAt: state.paused ? undefined : next?.toISOString(),
      lastRun: newest && (await lastRun(client, newest)),
    };
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return undefined;
    throw error;
  }
}

async function lastRun(
  { workflow }: Client,
  { action, takenAt }: ScheduleExecutionResult,
): Promise<ProcessStatus['lastRun']> {
  const startedAt = takenAt.toISOString();
  const handle = workflow.getHandle(action.workflow.workflowId);
  try {
    const { status } = await handle.describe();
    if (status.name === 'RUNNING') return { startedAt, outcome: 'running' };
    if (status.name !== 'COMPLETED') return { startedAt, outcome: 'failed' };
    return { startedAt, outcome: 'completed', ...readRunResult(await handle.result()) };
  } catch (error) {
    // Another version wrote it: that it completed is still worth showing.
    if (error instanceof Unreadable) return { startedAt, outcome: 'completed' };
    if (error instanceof WorkflowNotFoundError) return { startedAt, outcome: 'gone' };
    throw error;
  }
}

/** What is wrong with a connection as a whole; undefined where nobody answers for it. */
export async function connectionStatus(
  { client }: TemporalAccess,
  connection: string,
): Promise<ConnectionStatus | undefined> {
  try {
    return await client.connection.withDeadline(
      Date.now() + 5_000,
      async () =>
        await client.workflow
          .getHandle(connectionWorkflowId(connection))
          .query<ConnectionStatus>('status'),
    );
  } catch {
    // No worker runs, or `apply` never did: the rest of the status is still worth showing.
    return undefined;
  }
}
