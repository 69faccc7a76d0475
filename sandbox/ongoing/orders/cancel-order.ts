import type { SandboxReply, SandboxRequest } from '../../vendor.ts';
import type { Desk } from '../desk.ts';
import { goodsOwnerOf, orderOf } from '../desk.ts';
import { moveOrder } from './order-status.ts';
import { acceptedQuery } from '../query.ts';
import { Refusal } from '../../rest/refusal.ts';
import { okReply } from '../replies.ts';
import { cancelledStatus, hasBegun, isCancelled } from '../statuses.ts';
import type { StoredOrder } from '../stored.ts';

/** `DELETE /orders`: cancels the order with a number. */
export function cancelOrder(desk: Desk, request: SandboxRequest): SandboxReply {
  const query = acceptedQuery(desk, 'DELETE /orders', request);
  const { goodsOwnerId = 0, orderNumber: number = '' } = query;
  const order = desk.store.orderByNumber(goodsOwnerOf(desk, goodsOwnerId), number);
  if (order === undefined)
    throw new Refusal(400, `There is no order with order number '${number}'.`);
  return cancel(desk, order);
}

/** `DELETE /orders/{orderId}`. */
export const cancelOrderById = (desk: Desk, _request: SandboxRequest, orderId: number) =>
  cancel(desk, orderOf(desk, orderId));

function cancel(desk: Desk, order: StoredOrder): SandboxReply {
  if (isCancelled(order.status))
    throw new Refusal(400, `Order ${order.number} is already cancelled.`);
  if (hasBegun(order.status))
    throw new Refusal(
      400,
      `Order ${order.number} can't be cancelled.<br/>The warehouse has started working on it.`,
    );
  moveOrder(desk.store, order, cancelledStatus, desk.options.now());
  return okReply({ orderId: order.orderId, message: `Order ${order.number} cancelled.` });
}
