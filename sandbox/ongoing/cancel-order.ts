import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import { cancelQuery } from './contract/queries.ts';
import { readQuery } from './contract/query.ts';
import type { Desk } from './desk.ts';
import { goodsOwnerOf, orderOf } from './desk.ts';
import { moveOrder } from './order-status.ts';
import { Refusal } from './refusal.ts';
import { jsonReply } from './replies.ts';
import { cancelledStatus, hasBegun, isCancelled } from './statuses.ts';
import type { StoredOrder } from './stored.ts';

/** `DELETE /orders`: cancels the order with a number. */
export function cancelOrder(desk: Desk, request: SandboxRequest): SandboxReply {
  const query = readQuery(request.query, cancelQuery, desk.options.strictQuery);
  const goodsOwnerId = goodsOwnerOf(desk, query.whole('goodsOwnerId') ?? 0);
  const number = query.text('orderNumber') ?? '';
  const order = desk.store.orderByNumber(goodsOwnerId, number);
  if (order === undefined)
    throw new Refusal(400, `There is no order with order number '${number}'.`);
  return cancel(desk, order);
}

/** `DELETE /orders/{orderId}`. */
export function cancelOrderById(desk: Desk, orderId: number): SandboxReply {
  return cancel(desk, orderOf(desk, orderId));
}

function cancel(desk: Desk, order: StoredOrder): SandboxReply {
  if (isCancelled(order.status))
    throw new Refusal(400, `Order ${order.number} is already cancelled.`);
  if (hasBegun(order.status))
    throw new Refusal(
      400,
      `Order ${order.number} can't be cancelled.<br/>The warehouse has started working on it.`,
    );
  moveOrder(desk.store, order, cancelledStatus, desk.options.now());
  return jsonReply(200, { orderId: order.orderId, message: `Order ${order.number} cancelled.` });
}
