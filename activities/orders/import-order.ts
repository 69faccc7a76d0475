import type { OrderReference } from '../../src/domain/order.ts';
import { priorities } from '../../src/systems/kit/call-context.ts';
import type { ActivityDependencies } from '../activity-dependencies.ts';
import { type Delivery, deliverSnapshot } from './deliver-snapshot.ts';
import { isPaused } from '../syncs/sync-paused.ts';
import { vendorCall } from '../vendor-call.ts';

/** What became of one order that the source gave a hint of. */
export type OrderImport = Delivery | 'gone' | 'paused';

/** The import of a single order, as soon as the source gives a hint of it. */
export function importOrder({ connection, temporal, tell }: ActivityDependencies) {
  return {
    async importOrder(order: OrderReference): Promise<OrderImport> {
      const open = connection();
      if (await isPaused(temporal, open.id, 'orders')) return 'paused';
      const snapshot = await open.source.read(order, vendorCall(priorities.orderLook));
      if (snapshot === undefined) return 'gone';
      const delivery = await deliverSnapshot(temporal, open, snapshot);
      if (delivery === 'started') {
        tell(`taken from ${open.source.name} at its call`, snapshot);
      }
      return delivery;
    },
  };
}
