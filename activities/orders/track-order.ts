import { orderSignals, orderWorkflowId } from '../../src/domain/names.ts';
import type { OrderReference } from '../../src/domain/order.ts';
import { priorities } from '../../src/systems/kit/call-context.ts';
import type { ActivityDependencies } from '../activity-dependencies.ts';
import { isPaused } from '../syncs/sync-paused.ts';
import { signalOrder } from './signal-order.ts';
import { vendorCall } from '../vendor-call.ts';

/** What became of one order that the warehouse gave a hint of. */
export type OrderTracking = 'signalled' | 'not followed' | 'not ours' | 'still open' | 'paused';

/** The tracking of a single order, as soon as the warehouse gives a hint of it. */
export function trackOrder({ connection, temporal }: ActivityDependencies) {
  return {
    async trackOrder(order: OrderReference): Promise<OrderTracking> {
      const open = connection();
      if (await isPaused(temporal, open.id, 'shipments')) return 'paused';
      const view = await open.warehouse.look(order, vendorCall(priorities.report));
      if (view.kind !== 'ours') return 'not ours';
      // An order starts open: that it is tells its workflow nothing.
      if (view.order.phase === 'open') return 'still open';
      const workflowId = orderWorkflowId(open.id, order.id);
      const isFollowed = await signalOrder(
        temporal,
        workflowId,
        orderSignals.warehouse,
        view.order,
      );
      return isFollowed ? 'signalled' : 'not followed';
    },
  };
}
