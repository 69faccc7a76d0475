import type { ActivityOptions } from '@temporalio/workflow';

/** The next run of the process finds what a hint spoke of, so one is tried for a few minutes only. */
export const hintOptions: ActivityOptions = {
  startToCloseTimeout: '40 seconds',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '5 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
};
