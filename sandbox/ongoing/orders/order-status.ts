import type { OngoingOptions } from '../options.ts';
import { isPicked, isReturned, isShipped } from '../statuses.ts';
import { takeFromShelves, touchStock } from '../stock.ts';
import type { OngoingStore } from '../store.ts';
import type { StoredOrder } from '../stored.ts';

/** The text of a status number; undefined for one that this warehouse hasn't set up. */
export const statusText = (options: OngoingOptions, status: number): string | undefined =>
  options.statuses.find((known) => known.number === status)?.text;

/** Moves an order to a status, with what that means for its times and for the shelves. */
export function moveOrder(store: OngoingStore, order: StoredOrder, status: number, at: number) {
  if (isPicked(status) && !isPicked(order.status) && order.pickedAt === null) {
    order.pickedAt = at;
    takeFromShelves(store, order);
  }
  if (isShipped(status)) order.shippedAt ??= at;
  if (isReturned(status)) order.returnedAt = at;
  order.status = status;
  order.statusChangedAt = at;
  order.updatedAt = at;
  touchStock(store, order, at);
}
