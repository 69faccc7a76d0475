import { type ActivityOptions, proxyActivities } from '@temporalio/workflow';

import type { SourceActivities, WarehouseActivities } from '../../../activities/index.ts';
import { sourceQueue, warehouseQueue } from '../../../src/domain/names.ts';

const options: ActivityOptions = {
  /** Long enough for the last of a hundred callers, one call at a time. */
  startToCloseTimeout: '3 minutes',
  /** A dead worker is missed after this. */
  heartbeatTimeout: '15 seconds',
  /**
   * Quick retries, seconds to minutes; the activity gives the delays. What lasts longer is the main
   * loop's matter, so that a command can wake it.
   */
  retry: {
    initialInterval: '1 second',
    backoffCoefficient: 2,
    maximumInterval: '30 seconds',
    maximumAttempts: 6,
  },
};

/** Activities whose results were stored on their way, and are to be read like all that is stored. */
type Stored<Activities> = {
  readonly [Name in keyof Activities]: Activities[Name] extends (...given: infer Given) => unknown
    ? (...given: Given) => Promise<unknown>
    : never;
};

/** An order's activities, each call with the words that stand in the timeline. */
export interface OrderActivities {
  readonly source: (summary: string) => Stored<SourceActivities>;
  readonly warehouse: (summary: string) => Stored<WarehouseActivities>;
}

/** The activities of a connection's orders, on the connection's own queues. */
export function orderActivities(connection: string): OrderActivities {
  const source = { ...options, taskQueue: sourceQueue(connection) };
  const warehouse = { ...options, taskQueue: warehouseQueue(connection) };
  return {
    source: (summary) => proxyActivities<SourceActivities>({ ...source, summary }),
    warehouse: (summary) => proxyActivities<WarehouseActivities>({ ...warehouse, summary }),
  };
}
