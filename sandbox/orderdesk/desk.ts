import type { OrderDeskOptions } from './options.ts';
import type { By, InventoryItem, OrderRecord } from './records.ts';
import { Refusal } from '../rest/refusal.ts';
import type { OrderDeskStore } from './store.ts';

/** What the handling of one request needs. */
export interface Desk {
  readonly options: OrderDeskOptions;
  readonly store: OrderDeskStore;
}

/** The vendor's clock as an instant. */
export const instantOf = (desk: Desk): string => new Date(desk.options.now()).toISOString();

export function orderOf(desk: Desk, id: string): OrderRecord {
  const order = desk.store.order(id);
  if (order === undefined) throw new Refusal(404, 'Order Not Found', true);
  return order;
}

export function itemOf(desk: Desk, id: string): InventoryItem {
  const item = desk.store.itemById(Number(id));
  if (item === undefined) throw new Refusal(404, 'Inventory Item Not Found', true);
  return item;
}

/** The vendor writes what happens to an order into its history; that changes the order. */
export function recordEvent(desk: Desk, order: OrderRecord, by: By, note: string): void {
  const date_added = instantOf(desk);
  const source_name = by === 'api' ? 'API' : 'Order Desk';
  order.order_history.push({ date_added, source_name, note, kind: 'event' });
  order.date_updated = date_added;
}

/** Puts an order into a folder, also when it is in it already. */
export function moveOrder(desk: Desk, order: OrderRecord, to: number, by: By): void {
  order.moves.push({ at: instantOf(desk), from: order.folder_id, to, by });
  order.folder_id = to;
  recordEvent(desk, order, by, `Order Moved to ${desk.store.folderName(to)} Folder`);
}
