import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import { acceptedBody } from './accepted-body.ts';
import type { Desk } from './desk.ts';
import { instantOf, orderOf } from './desk.ts';
import { orderView } from './order-view.ts';
import { Refusal } from '../rest/refusal.ts';
import { successReply } from './replies.ts';

/** What a history holds before the vendor takes no more; nothing can be taken out of it. */
const mostEntries = 250;
/** `POST /orders/{id}/order-history`: adds a note, which changes the order. */
export function addNote(desk: Desk, request: SandboxRequest, id: string): SandboxReply {
  const order = orderOf(desk, id);
  const { note, source_name = 'API' } = acceptedBody('POST /orders/{id}/order-history', request);
  if (order.order_history.length >= mostEntries)
    throw new Refusal(400, `Order History Not Added: there are ${mostEntries} entries`, true);
  const date_added = instantOf(desk);
  order.order_history.push({ date_added, source_name, note, kind: 'note' });
  order.date_updated = date_added;
  const view = orderView(order, desk.options.storeId, true);
  return successReply('Order History Added', { order: view });
}
