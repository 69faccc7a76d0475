import PQueue from 'p-queue';

import type { FeedCursor, FeedPageDone } from '../../src/domain/syncs/feed-cursor.ts';
import { orderSignals, orderWorkflowId } from '../../src/domain/names.ts';
import type { WarehouseOrder } from '../../src/domain/warehouse-order.ts';
import { priorities } from '../../src/systems/kit/call-context.ts';
import type { ActivityDependencies } from '../activity-dependencies.ts';
import { signalOrder } from '../orders/signal-order.ts';
import { PageReport } from './page-report.ts';
import { SeenEntries } from './seen-entries.ts';
import { vendorCall } from '../vendor-call.ts';

const signalsAtATime = 10;

/** The tracking of shipments: one page of the warehouse's changes, each signalled to its order. */
export function trackShipments({ connection, temporal }: ActivityDependencies) {
  return {
    async trackShipments(cursor: FeedCursor | null): Promise<FeedPageDone> {
      const open = connection();
      const page = await open.warehouse.changes(cursor?.position, vendorCall(priorities.report));
      const seen = new SeenEntries(cursor?.seen);
      const report = new PageReport(page.entries.length);
      const queue = new PQueue({ concurrency: signalsAtATime });
      const signal = async (order: WarehouseOrder) => {
        const sourceOrderId = order.goodsOwnerOrderId;
        if (sourceOrderId === null) {
          report.skipped('not from this source');
          return;
        }
        const content = `${order.statusNumber}|${JSON.stringify(order.shipment)}`;
        const isNews = seen.knows(order.warehouseOrderId)
          ? !seen.has(order.warehouseOrderId, content)
          : // An order starts open: that its own put made it so tells its workflow nothing.
            order.phase !== 'open';
        if (isNews) {
          const workflowId = orderWorkflowId(open.id, sourceOrderId);
          if (await signalOrder(temporal, workflowId, orderSignals.warehouse, order)) {
            report.done('signalled');
          } else {
            report.skipped('not followed');
          }
        } else {
          report.skipped(order.phase === 'open' ? 'still open' : 'seen before');
        }
        const onItsWay = order.phase === 'begun' || order.phase === 'picked';
        seen.remember(order.warehouseOrderId, content, onItsWay);
      };
      await Promise.all(page.entries.map(async (entry) => await queue.add(() => signal(entry))));
      return {
        cursor: {
          position: page.position,
          seen: page.more ? seen.forNextPage() : seen.forNextRun(),
        },
        more: page.more,
        report: report.toJSON(),
      };
    },
  };
}
