import PQueue from 'p-queue';

import type { FeedCursor, FeedPageDone } from '../../src/domain/syncs/feed-cursor.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { priorities } from '../../src/systems/kit/call-context.ts';
import type { ActivityDependencies } from '../activity-dependencies.ts';
import { deliverSnapshot } from '../orders/deliver-snapshot.ts';
import { PageReport } from './page-report.ts';
import { vendorCall } from '../vendor-call.ts';

/** Deliveries at a time: Temporal's frontend answers in milliseconds, the vendor has no part in it. */
const deliveriesAtATime = 10;

/** The import of orders: one page of the source's changes, each handed to its order's workflow. */
export function importOrders({ connection, temporal, tell }: ActivityDependencies) {
  return {
    async importOrders(cursor: FeedCursor | null): Promise<FeedPageDone> {
      const open = connection();
      const page = await open.source.changes(cursor?.position, vendorCall(priorities.report));
      const report = new PageReport(page.entries.length);
      const queue = new PQueue({ concurrency: deliveriesAtATime });
      const deliver = async (snapshot: Snapshot) => {
        const delivery = await deliverSnapshot(temporal, open, snapshot);
        if (delivery === 'started' || delivery === 'signalled') report.done(delivery);
        else report.skipped(delivery);
        if (delivery === 'started') tell(`taken from ${open.source.name}`, snapshot);
      };
      // One order that can't be delivered fails the page and keeps the cursor: the retry signals
      // the others again, which changes nothing.
      await Promise.all(page.entries.map(async (entry) => await queue.add(() => deliver(entry))));
      return {
        cursor: { position: page.position, seen: [] },
        more: page.more,
        report: report.toJSON(),
      };
    },
  };
}
