import { anything, type Filters, filterOf } from '../../rest/query.ts';
import { Refusal } from '../../rest/refusal.ts';
import type { SandboxReply, SandboxRequest } from '../../vendor.ts';
import type { Desk } from '../desk.ts';
import { goodsOwnerOf, orderOf } from '../desk.ts';
import { orderView } from './order-view.ts';
import { acceptedQuery, type OngoingQuery } from '../query.ts';
import { okReply } from '../replies.ts';
import type { StoredOrder } from '../stored.ts';
import { objectIn, readObject, textIn } from '../vendor-json.ts';

const oldestUpdateMs = 2 * 24 * 3_600_000;

const filters: Filters<OngoingQuery<'GET /orders'>, StoredOrder> = {
  goodsOwnerId: (order, id) => order.goodsOwnerId === id,
  maxOrdersToGet: anything,
  orderNumber: (order, number) => order.number === number,
  orderNumbers: (order, numbers) => numbers.has(order.number),
  orderIdFrom: (order, id) => order.orderId >= id,
  orderStatusFrom: (order, status) => order.status >= status,
  orderStatusTo: (order, status) => order.status <= status,
  orderStatusChangedTimeFrom: (order, time) => isAfter(order.statusChangedAt, time),
  orderUpdatedTimeFrom: (order, time) => isAfter(order.updatedAt, time),
  orderCreatedTimeFrom: (order, time) => isAfter(order.createdAt, time),
  orderCreatedTimeTo: (order, time) => order.createdAt < time,
  shippedTimeFrom: (order, time) => isAfter(order.shippedAt, time),
  shippedTimeTo: (order, time) => order.shippedAt !== null && order.shippedAt < time,
  lastPickingTimeFrom: (order, time) => isAfter(order.pickedAt, time),
  lastReturnedFrom: (order, time) => isAfter(order.returnedAt, time),
  parcelNumber: (order, number) => order.parcels.some((parcel) => parcel.number === number),
  articleNumbers: (order, numbers) => order.lines.some((line) => numbers.has(line.articleNumber)),
  referenceNumbers: ({ header }, numbers) =>
    numbers.has(textIn(readObject(header), 'referenceNumber') ?? ''),
  marketPlace: ({ header }, name) =>
    textIn(objectIn(readObject(header), 'marketPlace'), 'marketPlace') === name,
};

/** The vendor's filters say "after this time": an order changed at that very instant isn't in. */
const isAfter = (time: number | null, from: number): boolean => time !== null && time > from;

/** `GET /orders`: the orders that pass every filter, by ascending id. */
export function getOrders(desk: Desk, request: SandboxRequest): SandboxReply {
  const query = acceptedQuery(desk, 'GET /orders', request, filters);
  const { goodsOwnerId = 0, orderUpdatedTimeFrom, maxOrdersToGet: most } = query;
  goodsOwnerOf(desk, goodsOwnerId);
  if (
    orderUpdatedTimeFrom !== undefined &&
    orderUpdatedTimeFrom < desk.options.now() - oldestUpdateMs
  )
    throw new Refusal(400, 'orderUpdatedTimeFrom can be at most 2 days old.');
  if (most !== undefined && most < 1) throw new Refusal(400, 'maxOrdersToGet must be at least 1.');
  const found = desk.store.state.orders.filter(filterOf(filters, query)).slice(0, most);
  return okReply(found.map((order) => orderView(desk, order)));
}

/** `GET /orders/{orderId}`. */
export const getOrder = (desk: Desk, _request: SandboxRequest, orderId: number): SandboxReply =>
  okReply(orderView(desk, orderOf(desk, orderId)));
