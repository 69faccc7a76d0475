import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import { orderQuery } from './contract/queries.ts';
import type { Query } from './contract/query.ts';
import { readQuery } from './contract/query.ts';
import type { Desk } from './desk.ts';
import { goodsOwnerOf, orderOf } from './desk.ts';
import { orderView } from './order-view.ts';
import { Refusal } from './refusal.ts';
import { jsonReply } from './replies.ts';
import type { StoredOrder } from './stored.ts';
import { objectIn, readObject, textIn } from './vendor-json.ts';

const oldestUpdateMs = 2 * 24 * 3_600_000;

/** `GET /orders`: the orders that pass every filter, by ascending id. */
export function getOrders(desk: Desk, request: SandboxRequest): SandboxReply {
  const query = readQuery(request.query, orderQuery, desk.options.strictQuery);
  const goodsOwnerId = goodsOwnerOf(desk, query.whole('goodsOwnerId') ?? 0);
  const updatedFrom = query.time('orderUpdatedTimeFrom');
  if (updatedFrom !== undefined && updatedFrom < desk.options.now() - oldestUpdateMs)
    throw new Refusal(400, 'orderUpdatedTimeFrom can be at most 2 days old.');
  const most = query.whole('maxOrdersToGet');
  if (most !== undefined && most < 1) throw new Refusal(400, 'maxOrdersToGet must be at least 1.');
  const passes = filterOf(query);
  const found = desk.store.ordersOf(goodsOwnerId).filter(passes).slice(0, most);
  return jsonReply(
    200,
    found.map((order) => orderView(desk, order)),
  );
}

/** `GET /orders/{orderId}`. */
export function getOrder(desk: Desk, orderId: number): SandboxReply {
  return jsonReply(200, orderView(desk, orderOf(desk, orderId)));
}

function filterOf(query: Query): (order: StoredOrder) => boolean {
  const number = query.text('orderNumber');
  const numbers = query.texts('orderNumbers');
  const articles = query.texts('articleNumbers');
  const references = query.texts('referenceNumbers');
  const marketPlace = query.text('marketPlace');
  const parcel = query.text('parcelNumber');
  const idFrom = query.whole('orderIdFrom');
  const statusFrom = query.whole('orderStatusFrom');
  const statusTo = query.whole('orderStatusTo');
  return (order) =>
    (number === undefined || order.number === number) &&
    (numbers === undefined || numbers.has(order.number)) &&
    (idFrom === undefined || order.orderId >= idFrom) &&
    (statusFrom === undefined || order.status >= statusFrom) &&
    (statusTo === undefined || order.status <= statusTo) &&
    after(order.statusChangedAt, query.time('orderStatusChangedTimeFrom')) &&
    after(order.updatedAt, query.time('orderUpdatedTimeFrom')) &&
    after(order.createdAt, query.time('orderCreatedTimeFrom')) &&
    before(order.createdAt, query.time('orderCreatedTimeTo')) &&
    after(order.shippedAt, query.time('shippedTimeFrom')) &&
    before(order.shippedAt, query.time('shippedTimeTo')) &&
    after(order.pickedAt, query.time('lastPickingTimeFrom')) &&
    after(order.returnedAt, query.time('lastReturnedFrom')) &&
    (parcel === undefined || order.parcels.some((one) => one.number === parcel)) &&
    (articles === undefined || order.lines.some((line) => articles.has(line.articleNumber))) &&
    (references === undefined || references.has(headerText(order, 'referenceNumber'))) &&
    (marketPlace === undefined || marketPlaceOf(order) === marketPlace);
}

/** The vendor's filters say "after this time": an order changed at that very instant isn't in. */
const after = (time: number | null, from: number | undefined): boolean =>
  from === undefined || (time !== null && time > from);

const before = (time: number | null, to: number | undefined): boolean =>
  to === undefined || (time !== null && time < to);

const headerText = (order: StoredOrder, member: string): string =>
  textIn(readObject(order.header), member) ?? '';

const marketPlaceOf = (order: StoredOrder): string | undefined =>
  textIn(objectIn(readObject(order.header), 'marketPlace'), 'marketPlace');
