import type { Order, OrderReference } from './order.ts';
import { searchList } from './search-text.ts';
import type { WarehouseOrder } from './warehouse-order.ts';

/** Every number that people may know an order by, and both ends' ids, to be found by them. */
export function numbersOf(
  order: OrderReference,
  newest?: OrderReference,
  warehouse?: Pick<WarehouseOrder, 'warehouseOrderId' | 'number'>,
): string[] {
  return searchList([
    order.number,
    order.id,
    newest?.number ?? '',
    warehouse?.warehouseOrderId ?? '',
    warehouse?.number ?? '',
  ]);
}

/** The day on which the order is due, where the source names one. */
export function dueOf(order: Order | undefined): Date | undefined {
  if (order === undefined || order.deliveryDateIsDefault) return undefined;
  const due = new Date(order.deliveryDate);
  return Number.isNaN(due.getTime()) ? undefined : due;
}
