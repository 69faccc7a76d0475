import type { Source } from '../ports/source.ts';
import type { ClientDependencies } from '../kit/pacing/paced-calls.ts';
import { Client } from './rest/client.ts';
import { folderCache } from './folders/folders.ts';
import { folderMoves } from './folders/folder-moves.ts';
import { inventoryLookUp } from './inventory/inventory-look-up.ts';
import { locationsOf } from './inventory/locations.ts';
import { notesOf } from './orders/notes.ts';
import { orderSearch } from './orders/order-search.ts';
import { orderFeed } from './orders/order-feed.ts';
import { ordersOf } from './orders/orders.ts';
import { reportingOf } from './orders/reporting.ts';
import { done } from './schema/answers.ts';
import type { OrderDeskSettings } from './settings.ts';
import { shipmentWriter } from './orders/shipment-writer.ts';
import { snapshotsOf } from './orders/snapshot.ts';
import { systemName } from './system-name.ts';
import { Whereabouts } from './folders/whereabouts.ts';

/** How long the first of several callers waits for company, in milliseconds. */
const gatherMs = 300;

export interface OrderDeskDeps extends ClientDependencies {
  /** For company, before joined calls go out; for tests. */
  readonly gatherMs?: number;
}

/**
 * Opens one store at Order Desk as a source. Nothing is called yet.
 * @param deps the rate limiter is the store's own (its bucket of requests), the circuit breaker the connection's
 */
export function openOrderDesk(settings: OrderDeskSettings, deps: OrderDeskDeps): Source {
  const windowMs = deps.gatherMs ?? gatherMs;
  const client = new Client(settings, deps);
  const folders = folderCache(client, settings);
  const whereabouts = new Whereabouts();
  const locations = locationsOf(inventoryLookUp(client, windowMs), settings);
  const snapshots = snapshotsOf(settings, folders, locations);
  const orders = ordersOf(client, snapshots, whereabouts, orderSearch(client));
  const moves = folderMoves(client, orders, whereabouts, windowMs);
  const shipments = shipmentWriter(client, windowMs);
  return {
    name: systemName,
    marksImported: settings.afterImport !== null,
    changes: orderFeed(client, folders, snapshots, whereabouts).page,
    read: orders.read,
    ...reportingOf(settings, { orders, folders, moves, shipments, whereabouts }),
    tell: notesOf(client, orders, folders, moves).tell,
    // Lines name the warehouse's article numbers: there is nothing behind them to read.
    articles: async () => await Promise.resolve({ articles: [], faults: [] }),
    checkSettings: folders.problems,
    probe: async (call) => {
      await client.call(call, {
        operation: 'GET /test',
        schema: done,
        probe: true,
      });
    },
  };
}
