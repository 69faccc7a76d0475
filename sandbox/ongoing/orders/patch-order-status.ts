import type { SandboxReply, SandboxRequest } from '../../vendor.ts';
import { acceptedBody } from '../accepted-body.ts';
import { orderStatus } from '../../../src/systems/ongoing/contract/order.ts';
import type { Desk } from '../desk.ts';
import { orderOf } from '../desk.ts';
import { moveOrder, statusText } from './order-status.ts';
import { Refusal } from '../../rest/refusal.ts';
import { okReply } from '../replies.ts';
import { isAllocated } from '../statuses.ts';
import { digitsIn } from '../vendor-json.ts';

/** `PATCH /orders/{orderId}/orderStatus`: refused backwards once goods are allocated. */
export function patchOrderStatus(
  desk: Desk,
  request: SandboxRequest,
  orderId: number,
): SandboxReply {
  const order = orderOf(desk, orderId);
  const body = acceptedBody(request, orderStatus);
  const status = Number(digitsIn(body, 'orderStatusNumber'));
  if (statusText(desk.options, status) === undefined)
    throw new Refusal(400, `There is no order status with number '${status}'.`);
  if (isAllocated(order.status) && status < order.status)
    throw new Refusal(400, `Goods have been allocated to order ${order.number}.`);
  moveOrder(desk.store, order, status, desk.options.now());
  return okReply({ orderId, message: `Order ${order.number} updated.` });
}
