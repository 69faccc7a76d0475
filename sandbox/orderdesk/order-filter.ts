import type { Desk } from './desk.ts';
import type { Query, QueryTable } from './query.ts';
import type { OrderRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import { secondOf } from './wire.ts';

const people = [
  'email',
  'customer_id',
  ...['first_name', 'last_name', 'company', 'address1', 'phone'].flatMap((name) => [
    `customer_${name}`,
    `shipping_${name}`,
  ]),
];

/** The parameters of `GET /orders`. */
export const orderQuery: QueryTable = {
  folder_id: 'text',
  folder_name: 'text',
  source_id: 'text',
  source_name: 'text',
  search_start_date: 'time',
  search_end_date: 'time',
  modified_start_date: 'time',
  modified_end_date: 'time',
  get_order_history: 'flag',
  order_by: 'text',
  order: 'direction',
  limit: 'whole',
  offset: 'whole',
  search_start_date_local: 'not simulated',
  search_end_date_local: 'not simulated',
  ...Object.fromEntries(people.map((name) => [name, 'not simulated'] as const)),
};

/** Whether an order passes every filter of a query. A folder that isn't there matches nothing. */
export function filterOf(desk: Desk, query: Query): (order: OrderRecord) => boolean {
  const folders = query.texts('folder_id');
  const folderName = query.text('folder_name');
  const sourceId = query.text('source_id');
  const sourceName = query.text('source_name');
  const added = windowOf(query, 'search');
  const modified = windowOf(query, 'modified');
  return (order) =>
    (folders === undefined || folders.has(String(order.folder_id))) &&
    (folderName === undefined || desk.store.folderName(order.folder_id) === folderName) &&
    (sourceId === undefined || order.source_id === sourceId) &&
    (sourceName === undefined || order.source_name === sourceName) &&
    added(order.date_added) &&
    modified(order.date_updated);
}

/** Both ends of a window count as inside. */
function windowOf(query: Query, name: string): (instant: string) => boolean {
  const from = query.time(`${name}_start_date`) ?? -Infinity;
  const to = query.time(`${name}_end_date`) ?? Infinity;
  return (instant) => secondOf(instant) >= from && secondOf(instant) <= to;
}

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
export function orderingOf(query: Query): (one: OrderRecord, other: OrderRecord) => number {
  const name = query.text('order_by') ?? 'date_added';
  const key = Object.hasOwn(sortKeys, name) ? sortKeys[name] : undefined;
  if (key === undefined)
    throw new Refusal(400, `Invalid Request: the sandbox can't order by ${name}`);
  const sign = query.text('order')?.toUpperCase() === 'ASC' ? 1 : -1;
  return (one, other) => sign * compared(key(one), key(other));
}

const compared = (one: string | number, other: string | number): number =>
  one < other ? -1 : one > other ? 1 : 0;
