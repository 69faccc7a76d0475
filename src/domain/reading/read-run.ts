import type {
  FeedCursor,
  FeedPageDone,
  FeedRunInput,
  FeedRunResult,
} from '../syncs/feed-cursor.ts';
import { emptyReport, type RunReport } from '../syncs/run-report.ts';
import {
  anything,
  flag,
  list,
  maybe,
  type Members,
  members,
  number,
  or,
  orNull,
  pair,
  table,
  text,
} from './read.ts';

/** Another version may have written it: what it lacks is nothing. */
export const readReport = members<RunReport>({
  read: or(number, emptyReport.read),
  done: or(table(number), emptyReport.done),
  skipped: or(table(number), emptyReport.skipped),
  skippedNames: or(table(list(text)), emptyReport.skippedNames),
  failed: or(list(members<RunReport['failed'][number]>({ name: text, why: text })), []),
  failedCount: or(number, emptyReport.failedCount),
  pages: or(number, emptyReport.pages),
});

/** An adapter's own place in its vendor's feed: the adapter reads it. */
export const position = table(anything);

const cursor = members<FeedCursor>({ position, seen: list(pair(text, text)) });

const progress = maybe(members<{ done: number; of: number }>({ done: number, of: number }));

/** What `apply` fixed of any run. */
export const anyRunInput: Members<Pick<FeedRunInput, 'connection' | 'everyMs' | 'full'>> = {
  connection: text,
  everyMs: number,
  full: maybe(flag),
};

export const readFeedRunInput = members<FeedRunInput>({
  ...anyRunInput,
  startedMs: maybe(number),
  cursor: maybe(cursor),
  report: maybe(readReport),
});

export const readFeedPage = members<FeedPageDone>({
  cursor,
  more: flag,
  report: readReport,
  progress,
});

/** What any run ends with, for who shows it. */
const shown: Members<Pick<FeedRunResult, 'report' | 'stoppedBy'>> = {
  report: or(readReport, emptyReport),
  stoppedBy: maybe(text),
};
export const readRunResult = members<Pick<FeedRunResult, 'report' | 'stoppedBy'>>(shown);

export const readFeedRunResult = members<FeedRunResult>({ ...shown, cursor: orNull(cursor) });
