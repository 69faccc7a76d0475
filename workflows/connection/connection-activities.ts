import { type ActivityOptions, proxyActivities } from '@temporalio/workflow';

import type { SourceActivities, WarehouseActivities } from '../../activities/index.ts';
import type { End } from '../../src/domain/incident.ts';
import { endQueue } from '../../src/domain/names.ts';
import type { ConnectionState } from './connection-state.ts';

const probing: ActivityOptions = {
  startToCloseTimeout: '90 seconds',
  heartbeatTimeout: '15 seconds',
  retry: { maximumAttempts: 1 },
};
const amongOrders: ActivityOptions = {
  startToCloseTimeout: '5 minutes',
  retry: { maximumInterval: '30 seconds' },
};

/** What the workflow of a connection has done; its texts name the systems as they are called now. */
export function connectionActivities(connection: string, state: ConnectionState) {
  const on = (end: End, options: ActivityOptions, summary: string) =>
    proxyActivities<SourceActivities & WarehouseActivities>({
      ...options,
      taskQueue: endQueue[end](connection),
      summary,
    });
  return {
    probe: async (end: End): Promise<void> => {
      const asking = on(end, probing, `Does ${state.configured[end]} answer again?`);
      await (end === 'source' ? asking.probeSource() : asking.probeWarehouse());
    },
    waiting: on('source', amongOrders, 'Wake the orders that waited'),
    long: on('source', amongOrders, 'Renew the runs of orders that have been open for long'),
  };
}
