import { ActivityFailure, TemporalFailure } from '@temporalio/common';
import { getExternalWorkflowHandle } from '@temporalio/workflow';

import type { ProcessFailed, ProcessRecovered } from '../../src/domain/connection-messages.ts';
import { connectionSignals, connectionWorkflowId } from '../../src/domain/names.ts';
import type { Sync } from '../../src/domain/syncs/syncs.ts';
import { failureDetails } from '../stored.ts';

/** Tells the connection's workflow that a run failed. */
export async function tellFailed(connection: string, sync: Sync, text: string): Promise<void> {
  await tell(connection, connectionSignals.processFailed, {
    process: sync,
    text,
    at: new Date().toISOString(),
  });
}

/** Tells the connection's workflow that a run succeeded after one that failed. */
export async function tellRecovered(connection: string, sync: Sync): Promise<void> {
  await tell(connection, connectionSignals.processRecovered, {
    process: sync,
    at: new Date().toISOString(),
  });
}

/** Why an activity failed, in the words that came with it. */
export function failureText(error: unknown): string {
  const cause = error instanceof ActivityFailure ? (error.cause ?? error) : error;
  return failureDetails(error)?.text ?? (cause instanceof Error ? cause.message : 'It failed.');
}

async function tell(
  connection: string,
  signal: string,
  message: ProcessFailed | ProcessRecovered,
): Promise<void> {
  try {
    await getExternalWorkflowHandle(connectionWorkflowId(connection)).signal(signal, message);
  } catch (error) {
    // Nobody has run `apply` for this connection: there is no page to tell. The run's own outcome
    // says the same.
    if (!(error instanceof TemporalFailure)) throw error;
  }
}
