import { ActivityFailure, ApplicationFailure, TemporalFailure } from '@temporalio/common';
import { getExternalWorkflowHandle, setCurrentDetails, workflowInfo } from '@temporalio/workflow';

import type { ProcessFailed, ProcessRecovered } from '../../src/domain/connection-messages.ts';
import type { FailureDetails } from '../../src/domain/failure-details.ts';
import type {
  FeedCursor,
  FeedPageDone,
  FeedRunInput,
  FeedRunResult,
} from '../../src/domain/feed-cursor.ts';
import { connectionSignals, connectionWorkflowId, type Process } from '../../src/domain/names.ts';
import { addReports, emptyReport } from '../../src/domain/run-report.ts';
import { runInWords } from './run-words.ts';

const longestHistory = 1_000;

/** One run of a feed: page by page from where the last successful run ended. */
export async function feedRun(
  process: Process,
  input: FeedRunInput,
  page: (cursor: FeedCursor | null) => Promise<FeedPageDone>,
  again: (input: FeedRunInput) => Promise<never>,
): Promise<FeedRunResult> {
  const last = workflowInfo().lastResult as FeedRunResult | undefined;
  let cursor = input.cursor ?? last?.cursor ?? null;
  let report = input.report ?? emptyReport;
  let pages = 0;
  for (;;) {
    let done: FeedPageDone;
    try {
      done = await page(cursor);
    } catch (error) {
      const text = failureText(error);
      await tellConnection(input.connection, connectionSignals.processFailed, {
        process,
        text,
        at: new Date().toISOString(),
      });
      // What is done is done: the next run goes on after it. Without progress the run fails, and
      // the next one starts from the last success's cursor.
      if (pages > 0) return { cursor, report, stoppedBy: text };
      throw error;
    }
    pages += 1;
    cursor = done.cursor;
    report = addReports(report, done.report);
    setCurrentDetails(runInWords(process, report, done.more));
    if (!done.more) break;
    if (workflowInfo().historyLength > longestHistory) {
      return await again({ ...input, cursor, report });
    }
  }
  if (workflowInfo().lastFailure !== undefined || last?.stoppedBy !== undefined) {
    await tellConnection(input.connection, connectionSignals.processRecovered, {
      process,
      at: new Date().toISOString(),
    });
  }
  return { cursor, report };
}

async function tellConnection(
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

function failureText(error: unknown): string {
  if (error instanceof ActivityFailure && error.cause instanceof ApplicationFailure) {
    const details = error.cause.details?.[0] as FailureDetails | undefined;
    return details?.text ?? error.cause.message;
  }
  return error instanceof Error ? error.message : 'It failed.';
}
