import type { ActivityOptions } from '@temporalio/workflow';

/** The next run of the process finds what a webhook event spoke of, so one is tried for a few minutes only. */
export const webhookEventOptions: ActivityOptions = {
  startToCloseTimeout: '40 seconds',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '5 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
};
