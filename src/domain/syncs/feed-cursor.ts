import type { RunReport } from './run-report.ts';

/** How many entries a cursor remembers, so that an overlap costs no signals. */
export const rememberedEntries = 2_000;

/** Where a process's next run goes on. JSON, kept in the results of scheduled runs. */
export interface FeedCursor {
  /** The adapter's own place in the vendor's feed. */
  readonly position: { readonly [member: string]: unknown };
  /** [id, short hash] of entries handled lately, newest last; empty where the adapter tells news itself. */
  readonly seen: readonly (readonly [id: string, hash: string])[];
}

/** What one page of a run did. */
export interface FeedPageDone {
  readonly cursor: FeedCursor;
  readonly more: boolean;
  readonly report: RunReport;
  /** How far a long run is, where it can be told. */
  readonly progress?: { readonly done: number; readonly of: number };
}

/** A run's argument: what `apply` fixed, and what an earlier part of the same run hands over. */
export interface FeedRunInput {
  readonly connection: string;
  readonly everyMs: number;
  /** Everything, not only what changed. */
  readonly full?: boolean;
  /** When the run began, epoch milliseconds; its first part sets it. */
  readonly startedMs?: number;
  readonly cursor?: FeedCursor;
  readonly report?: RunReport;
}

/** A run's result. Always given, also by a run that found nothing: the next run starts from it. */
export interface FeedRunResult {
  readonly cursor: FeedCursor | null;
  readonly report: RunReport;
  /** Why the run ended before the feed did; the next run goes on from `cursor`. */
  readonly stoppedBy?: string;
}
