import { orderSignals, waitingForConnection } from '../../src/domain/names.ts';
import type { ActivityDependencies } from '../activity-dependencies.ts';
import { runningOrders, signalOrders } from './signal-orders.ts';

/** What a connection does for all of its orders at once. */
export function waitingOrders({ connection, temporal }: ActivityDependencies) {
  const waiting = () => runningOrders(connection().id, `attention = '${waitingForConnection}'`);
  return {
    /** Tells the orders that wait for this connection that the trouble is over. */
    async wakeOrders(): Promise<number> {
      return await signalOrders(temporal, waiting(), orderSignals.wake);
    },

    /** How many orders wait now. */
    async countWaitingOrders(): Promise<number> {
      return (await temporal.workflow.count(waiting())).count;
    },

    /** Tells orders whose run has gone on for long to go on in a new one, whose history is short. */
    async renewOrders(olderThanMs: number): Promise<number> {
      const began = new Date(Date.now() - olderThanMs).toISOString();
      const long = runningOrders(connection().id, `StartTime < '${began}'`);
      return await signalOrders(temporal, long, orderSignals.renew);
    },
  };
}
