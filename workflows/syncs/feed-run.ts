import { continueAsNew, setCurrentDetails, workflowInfo } from '@temporalio/workflow';

import type {
  FeedCursor,
  FeedPageDone,
  FeedRunInput,
  FeedRunResult,
} from '../../src/domain/syncs/feed-cursor.ts';
import {
  readFeedPage,
  readFeedRunInput,
  readFeedRunResult,
} from '../../src/domain/reading/read-run.ts';
import { addReports, emptyReport } from '../../src/domain/syncs/run-report.ts';
import type { Feed } from '../../src/domain/syncs/syncs.ts';
import { readLast, readStored } from '../stored.ts';
import { runInWords } from './run-words.ts';
import { failureText, tellFailed, tellRecovered } from './tell-connection.ts';

const longestHistory = 1_000;

type FeedWorkflow = (input: FeedRunInput) => Promise<FeedRunResult>;

/** One run of a feed: page by page from where the last successful run ended. */
export async function feedRun(
  sync: Feed,
  given: FeedRunInput,
  page: (cursor: FeedCursor | null, full: boolean) => Promise<FeedPageDone>,
): Promise<FeedRunResult> {
  const input = readStored(readFeedRunInput, given, 'the run’s input');
  const last = readLast(readFeedRunResult, workflowInfo().lastResult);
  const startedMs = input.startedMs ?? Date.now();
  let cursor = input.cursor ?? (input.full === true ? null : (last?.cursor ?? null));
  let report = input.report ?? emptyReport;
  let first = input.report === undefined;
  for (;;) {
    let done: FeedPageDone;
    try {
      done = readFeedPage(await page(cursor, first && input.full === true), 'the page');
    } catch (error) {
      const text = failureText(error);
      await tellFailed(input.connection, sync, text);
      // What is done is done: the next run goes on after it. Without progress the run fails, and
      // the next one starts from the last success's cursor.
      if (!first) return { cursor, report, stoppedBy: text };
      throw error;
    }
    first = false;
    cursor = done.cursor;
    report = addReports(report, done.report);
    setCurrentDetails(
      runInWords(sync, report, {
        startedMs,
        nowMs: Date.now(),
        running: done.more,
        progress: done.progress,
      }),
    );
    if (!done.more) break;
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    if (historyLength > longestHistory || continueAsNewSuggested) {
      return await continueAsNew<FeedWorkflow>({ ...input, startedMs, cursor, report });
    }
  }
  if (workflowInfo().lastFailure !== undefined || last?.stoppedBy !== undefined) {
    await tellRecovered(input.connection, sync);
  }
  return { cursor, report };
}
