import type { Source } from '../ports/source.ts';
import type { ClientDependencies } from '../kit/pacing/paced-calls.ts';
import { Client } from './rest/client.ts';
import { FolderCache } from './folders/folders.ts';
import { FolderMoves } from './folders/folder-moves.ts';
import { InventoryLookUp } from './inventory/inventory-look-up.ts';
import { Locations } from './inventory/locations.ts';
import { Notes } from './orders/notes.ts';
import { OrderSearch } from './orders/order-search.ts';
import { OrderFeed } from './orders/order-feed.ts';
import { Orders } from './orders/orders.ts';
import { Reporting } from './orders/reporting.ts';
import { done } from './schema/answers.ts';
import type { OrderDeskSettings } from './settings.ts';
import { ShipmentWriter } from './orders/shipment-writer.ts';
import { Snapshots } from './orders/snapshot.ts';
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
  const folders = new FolderCache(client, settings);
  const whereabouts = new Whereabouts();
  const locations = new Locations(new InventoryLookUp(client, windowMs), settings);
  const snapshots = new Snapshots(settings, folders, locations);
  const orders = new Orders(client, snapshots, whereabouts, new OrderSearch(client));
  const feed = new OrderFeed(client, folders, snapshots, whereabouts);
  const moves = new FolderMoves(client, orders, whereabouts, windowMs);
  const notes = new Notes(client, orders, folders, moves);
  const shipments = new ShipmentWriter(client, windowMs);
  const reporting = new Reporting(settings, { orders, folders, moves, shipments, whereabouts });
  return {
    name: systemName,
    marksImported: settings.afterImport !== null,
    changes: async (position, call) => await feed.page(position, call),
    read: async (order, call) => await orders.read(order, call),
    markImported: async (order, call) => await reporting.markImported(order, call),
    reportShipment: async (order, shipment, seenShippedAt, call) =>
      await reporting.reportShipment(order, shipment, seenShippedAt, call),
    tell: async (order, note, call) => await notes.tell(order, note, call),
    // Lines name the warehouse's article numbers: there is nothing behind them to read.
    articles: async () => await Promise.resolve({ articles: [], faults: [] }),
    checkSettings: async (call) => await folders.problems(call),
    probe: async (call) => {
      await client.call(call, {
        operation: 'GET /test',
        schema: done,
        probe: true,
      });
    },
  };
}
