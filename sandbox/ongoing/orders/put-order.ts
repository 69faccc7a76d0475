import type { SandboxReply, SandboxRequest } from '../../vendor.ts';
import { acceptedBody } from '../accepted-body.ts';
import { order as orderShape } from '../../../src/systems/ongoing/contract/order.ts';
import type { Desk } from '../desk.ts';
import { goodsOwnerOf, orderOf } from '../desk.ts';
import { mergeLines } from './order-lines.ts';
import { checkOrderSetup } from './order-setup.ts';
import { Refusal } from '../../rest/refusal.ts';
import { jsonReply } from '../replies.ts';
import { openStatus, hasBegun, isCancelled } from '../statuses.ts';
import { touchStock } from '../stock.ts';
import { storedOrder, type StoredOrder } from '../stored.ts';
import type { JsonObject } from '../vendor-json.ts';
import { digitsIn, objectIn, textIn, writeJson } from '../vendor-json.ts';

/** Accepted bodies that are remembered for each order. */
const keptPuts = 20;

/** `PUT /orders`: creates the order, or updates the one with the same goods owner and number. */
export function putOrder(desk: Desk, request: SandboxRequest): SandboxReply {
  const body = acceptedBody(request, orderShape);
  const goodsOwnerId = goodsOwnerOf(desk, Number(digitsIn(body, 'goodsOwnerId')));
  const held = desk.store.orderByNumber(goodsOwnerId, textIn(body, 'orderNumber') ?? '');
  return accept(desk, goodsOwnerId, held, body, request.body);
}

/** `PUT /orders/{orderId}`: updates the order with this id, its number included. */
export function putOrderById(desk: Desk, request: SandboxRequest, orderId: number): SandboxReply {
  const held = orderOf(desk, orderId);
  const body = acceptedBody(request, orderShape);
  const goodsOwnerId = goodsOwnerOf(desk, Number(digitsIn(body, 'goodsOwnerId')));
  if (held.goodsOwnerId !== goodsOwnerId)
    throw new Refusal(400, `Order ID '${orderId}' belongs to another goods owner.`);
  const number = textIn(body, 'orderNumber') ?? '';
  const other = desk.store.orderByNumber(goodsOwnerId, number);
  if (other !== undefined && other !== held)
    throw new Refusal(400, `Order number ${number} is used by another order.`);
  return accept(desk, goodsOwnerId, held, body, request.body);
}

function accept(
  desk: Desk,
  goodsOwnerId: number,
  held: StoredOrder | undefined,
  body: JsonObject,
  text: string,
): SandboxReply {
  const { store, options } = desk;
  if (held !== undefined && hasBegun(held.status))
    throw new Refusal(
      400,
      `Order ${held.number} can't be updated.<br/>The warehouse has started working on it.`,
    );
  if (held !== undefined && isCancelled(held.status)) {
    if (options.reopensCancelled === 'refuses')
      throw new Refusal(400, `Order ${held.number} has been cancelled.<br/>It can't be updated.`);
    if (options.reopensCancelled === 'stays cancelled')
      return jsonReply(200, { orderId: held.orderId, message: `Order ${held.number} updated.` });
  }
  checkOrderSetup(desk, goodsOwnerId, body);

  const now = options.now();
  const order = held ?? newOrder(store.nextId(), goodsOwnerId, now);
  const { orderLines: _lines, ...header } = body;
  const consignee = objectIn(body, 'consignee');
  const customer = textIn(consignee, 'customerNumber') ?? textIn(consignee, 'name') ?? '';
  touchStock(store, order, now);
  order.header = writeJson(header);
  order.lines = mergeLines(store, goodsOwnerId, order.lines, body, options.keepsRemovedLines);
  order.goodsOwnerOrderId = textIn(body, 'goodsOwnerOrderId') ?? null;
  order.consigneeId = store.consigneeId(goodsOwnerId, customer);
  order.updatedAt = now;
  order.putCount += 1;
  order.puts = [...order.puts, { at: now, body: text }].slice(-keptPuts);
  if (order.status !== openStatus) {
    order.status = openStatus;
    order.statusChangedAt = now;
  }
  const number = textIn(body, 'orderNumber') ?? '';
  if (held === undefined) {
    order.number = number;
    store.addOrder(order);
  } else store.renumberOrder(order, number);
  touchStock(store, order, now);
  return jsonReply(held === undefined ? 201 : 200, {
    orderId: order.orderId,
    message: `Customer ID '${order.consigneeId}' stored.<br/>Order number ${number} ${
      held === undefined ? 'created' : 'updated'
    }.`,
  });
}

/** An order that has just come into being, without content. */
export const newOrder = (orderId: number, goodsOwnerId: number, now: number): StoredOrder =>
  storedOrder.parse({
    orderId,
    goodsOwnerId,
    number: '',
    consigneeId: 0,
    status: openStatus,
    statusChangedAt: now,
    createdAt: now,
    updatedAt: now,
  });
