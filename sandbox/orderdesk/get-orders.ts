import { anything, type Filters, filterOf } from '../rest/query.ts';
import { Refusal } from '../rest/refusal.ts';
import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import type { Desk } from './desk.ts';
import { orderOf } from './desk.ts';
import { orderView } from './order-view.ts';
import { pageOf, totalRecords } from './page.ts';
import { acceptedQuery, type OrderDeskQuery } from './query.ts';
import type { OrderRecord } from './records.ts';
import { executionTime, jsonReply, successReply } from './replies.ts';
import { secondOf } from './wire.ts';

type Query = OrderDeskQuery<'GET /orders'>;

/** Both ends of a window count as inside. */
const filters = (folderName: (id: number) => string): Filters<Query, OrderRecord> => ({
  folder_id: (order, ids) => ids.has(String(order.folder_id)),
  // A folder that isn't there matches nothing.
  folder_name: (order, name) => folderName(order.folder_id) === name,
  source_id: (order, id) => order.source_id === id,
  source_name: (order, name) => order.source_name === name,
  search_start_date: (order, from) => secondOf(order.date_added) >= from,
  search_end_date: (order, to) => secondOf(order.date_added) <= to,
  modified_start_date: (order, from) => secondOf(order.date_updated) >= from,
  modified_end_date: (order, to) => secondOf(order.date_updated) <= to,
  get_order_history: anything,
  order_by: anything,
  order: anything,
  limit: anything,
  offset: anything,
});

/** What orders can be sorted by here. Ids are all of one length, so text sorts them too. */
const sortKeys: Readonly<Record<string, (order: OrderRecord) => string | number>> = {
  id: (order) => order.id,
  source_id: (order) => order.source_id,
  source_name: (order) => order.source_name,
  folder_id: (order) => order.folder_id,
  date_added: (order) => secondOf(order.date_added),
  date_updated: (order) => secondOf(order.date_updated),
};

/** Sorts as the query says, the newest first where it says nothing. */
function orderingOf({ order_by: name = 'date_added', order: direction = 'DESC' }: Query) {
  const key = Object.hasOwn(sortKeys, name) ? sortKeys[name] : undefined;
  if (key === undefined)
    throw new Refusal(400, `Invalid Request: the sandbox can't order by ${name}`);
  const sign = direction === 'ASC' ? 1 : -1;
  return (one: OrderRecord, other: OrderRecord): number =>
    key(one) === key(other) ? 0 : key(one) < key(other) ? -sign : sign;
}

/**
 * `GET /orders`: a page of the orders that pass every filter. Newest first, so that an order which
 * arrives or leaves between two pages shifts all the others.
 */
export function getOrders(desk: Desk, request: SandboxRequest): SandboxReply {
  const { store, options } = desk;
  const those = filters((id) => store.folderName(id));
  const query = acceptedQuery(desk, 'GET /orders', request, those);
  const { limit, offset } = pageOf(desk, query);
  const found = store.state.orders.filter(filterOf(those, query)).toSorted(orderingOf(query));
  const page = found.slice(offset, offset + limit);
  return jsonReply(200, {
    status: 'success',
    message: `Execution took ${executionTime}`,
    total_records: totalRecords(desk, found.length, page.length),
    records_returned: page.length,
    offset,
    limit,
    orders: page.map((order) => orderView(order, options.storeId, query.get_order_history)),
  });
}

/** `GET /orders/{id}`. */
export function getOrder(desk: Desk, _request: SandboxRequest, id: string): SandboxReply {
  const order = orderView(orderOf(desk, id), desk.options.storeId);
  return successReply('', { order });
}
