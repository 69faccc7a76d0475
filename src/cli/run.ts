import { WorkflowFailedError } from '@temporalio/client';
import { ActivityFailure } from '@temporalio/common';

import { type Sync, syncNames } from '../domain/syncs/syncs.ts';
import type { RunReport } from '../domain/syncs/run-report.ts';
import { readRunResult } from '../domain/reading/read-run.ts';
import { ProcessNotApplied, runProcess, runProcessInFull } from '../temporal/run-sync.ts';
import { openTemporal } from '../temporal/temporal-access.ts';
import { Problem } from './problem.ts';
import { progressLine } from './progress-line.ts';
import { readConfiguration } from './read-configuration.ts';
import { reportInWords } from './report-in-words.ts';

export interface RunOptions {
  config?: string;
  full?: boolean;
  json?: boolean;
}

/** `crossdock run CONNECTION PROCESS`: runs it now, waits, prints the report. 0, or 1 where it failed. */
export async function runCommand(
  connectionId: string,
  processName: string,
  options: RunOptions,
): Promise<number> {
  const configuration = readConfiguration(options.config);
  const connection = configuration.connections.find(({ id }) => id === connectionId);
  if (connection === undefined) {
    const known = configuration.connections.map(({ id }) => id).join(', ');
    throw new Problem(`no connection ${connectionId} in the configuration; it has ${known}.`, 2);
  }
  const wanted = syncNames.find((name) => name === processName);
  const setting = wanted === undefined ? undefined : connection.source.processes[wanted];
  if (wanted === undefined || setting === undefined) {
    const known = syncNames
      .filter((name) => connection.source.processes[name] !== undefined)
      .join(', ');
    throw new Problem(`${connectionId} has no process ${processName}; it has ${known}.`, 2);
  }
  const access = await openTemporal();
  const progress = progressLine(`${connectionId}:${wanted} runs`);
  try {
    const run =
      options.full === true
        ? await runProcessInFull(access, connectionId, wanted, setting.everyMs)
        : await runProcess(access, connectionId, wanted);
    const result = readRunResult(await access.client.workflow.getHandle(run.workflowId).result());
    progress.done();
    print(wanted, result, options);
    return result.stoppedBy === undefined && result.report.failedCount === 0 ? 0 : 1;
  } catch (error) {
    progress.done();
    if (error instanceof ProcessNotApplied) throw new Problem(error.message, 1, { cause: error });
    if (error instanceof WorkflowFailedError) {
      throw new Problem(`${connectionId}:${wanted} failed: ${failureWords(error)}`);
    }
    throw error;
  } finally {
    await access.close();
  }
}

function print(
  process: Sync,
  result: { report: RunReport; stoppedBy?: string },
  options: RunOptions,
): void {
  if (options.json === true) {
    console.log(JSON.stringify(result));
    return;
  }
  for (const line of reportInWords(process, result.report)) console.log(line);
  if (result.stoppedBy !== undefined) {
    console.log(`Stopped before the end: ${result.stoppedBy} The next run goes on from there.`);
  }
}

function failureWords(error: WorkflowFailedError): string {
  const { cause } = error;
  const inner = cause instanceof ActivityFailure ? cause.cause : cause;
  return inner?.message ?? error.message;
}
