import type { ActivityOptions } from '@temporalio/workflow';

const longestRetryingMs = 10 * 60_000;
const shortestRetryingMs = 60_000;

/** A page is retried within the interval only: the next run is the retry. */
export function pageOptions(everyMs: number): ActivityOptions {
  return {
    startToCloseTimeout: '2 minutes',
    heartbeatTimeout: '15 seconds',
    scheduleToCloseTimeout: Math.min(Math.max(everyMs, shortestRetryingMs), longestRetryingMs),
    retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  };
}

/**
 * A page that writes: up to a hundred calls, each of which waits for orders to go first, and each of
 * which may fail and be made up for by another attempt.
 */
export const longPageOptions: ActivityOptions = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '30 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
};
