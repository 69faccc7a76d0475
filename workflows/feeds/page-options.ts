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
