import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import type { Desk } from './desk.ts';
import { orderOf } from './desk.ts';
import { filterOf, orderingOf, orderQuery } from './order-filter.ts';
import { orderView } from './order-view.ts';
import { pageOf, totalRecords } from './page.ts';
import { readQuery } from './query.ts';
import { executionTime, jsonReply, successReply } from './replies.ts';

/**
 * `GET /orders`: a page of the orders that pass every filter. Newest first, so that an order which
 * arrives or leaves between two pages shifts all the others.
 */
export function getOrders(desk: Desk, request: SandboxRequest): SandboxReply {
  const query = readQuery(desk, request.query, orderQuery);
  const { limit, offset } = pageOf(desk, query);
  const found = desk.store.state.orders.filter(filterOf(desk, query)).toSorted(orderingOf(query));
  const page = found.slice(offset, offset + limit);
  const withHistory = query.flag('get_order_history');
  return jsonReply(200, {
    status: 'success',
    message: `Execution took ${executionTime}`,
    total_records: totalRecords(desk, found.length, page.length),
    records_returned: page.length,
    offset,
    limit,
    orders: page.map((order) => orderView(order, desk.options.storeId, withHistory)),
  });
}

/** `GET /orders/{id}`. */
export function getOrder(desk: Desk, _request: SandboxRequest, id: string): SandboxReply {
  const order = orderView(orderOf(desk, id), desk.options.storeId);
  return successReply('', { order });
}
