import { ActivityFailure, ApplicationFailure } from '@temporalio/common';

import { type FailureDetails, failureTypes } from '../src/domain/failure-details.ts';
import { maybe, type Read, Unreadable } from '../src/domain/reading/read.ts';
import { readFailureDetails } from '../src/domain/reading/read-failure-details.ts';

/**
 * Reads what Temporal kept for a run. One that can't be read (a newer version wrote it) ends the run in
 * words instead of failing its task for ever: what was kept stays, and the next run tries again.
 */
export function readStored<Value>(read: Read<Value>, stored: unknown, what: string): Value {
  try {
    return read(stored, what);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw ApplicationFailure.nonRetryable(error.message, error.name);
  }
}

/** What the last successful run ended with, if there was one. */
export const readLast = <Value>(read: Read<Value>, lastResult: unknown): Value | undefined =>
  readStored(maybe(read), lastResult ?? undefined, 'the last run’s result');

/** What a failed activity tells; undefined where it was no vendor's call that failed. */
export function failureDetails(error: unknown): FailureDetails | undefined {
  const cause = error instanceof ActivityFailure ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure)) return undefined;
  const isOurs = Object.values<string>(failureTypes).includes(cause.type ?? '');
  return isOurs ? readFailureDetails(cause.details?.[0]) : undefined;
}
