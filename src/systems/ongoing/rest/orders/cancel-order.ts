import type { OrderReference } from '../../../../domain/order.ts';
import type { CancelOutcome } from '../../../../domain/warehouse-order.ts';
import type { CallContext } from '../../../kit/call-context.ts';
import { Refusal } from '../../../kit/errors/failures.ts';
import type { ReadOrder } from './existing-orders.ts';
import type { OrderFlow } from './put-order.ts';
import { readBack } from './read-back.ts';
import { orderCancelledSchema } from '../schema.ts';
import { presentable } from '../vendor-words.ts';
import { warehouseOrderOf } from './warehouse-order.ts';

/**
 * Cancels our order and tells the truth about it. It looks first and cancels by the warehouse's id,
 * since the vendor's cancellation by number would take somebody else's order with the same number;
 * and it reads the order back, since a 2xx alone doesn't prove that it is cancelled.
 */
export async function cancelOrder(
  flow: OrderFlow,
  order: OrderReference,
  call: CallContext,
): Promise<CancelOutcome> {
  const { settings } = flow.transport;
  const before = await flow.orders.find(order, call);
  if (before === undefined || !before.ours) return { kind: 'cancelled' };
  const { orderId } = before.held.orderInfo;
  const isCancelled = (read: ReadOrder | undefined): boolean =>
    read === undefined || warehouseOrderOf(read.held, settings, read.at).phase === 'cancelled';
  const outcome = (read: ReadOrder | undefined, words: string): CancelOutcome =>
    read === undefined || isCancelled(read)
      ? { kind: 'cancelled', warehouseOrderId: orderId }
      : { kind: 'refused', order: warehouseOrderOf(read.held, settings, read.at), words };
  if (isCancelled(before)) return outcome(before, '');
  try {
    const { value } = await flow.transport.call(call, {
      operation: 'DELETE /orders/{orderId}',
      ids: { orderId },
      schema: orderCancelledSchema,
      echoes: { personal: [], known: [order.number, order.id, orderId] },
    });
    const after = await readBack(flow.orders, orderId, isCancelled, flow.readBackWaitsMs, call);
    const said = presentable(value.message ?? '', { personal: [], known: [order.number, orderId] });
    return outcome(after, said === '' ? 'accepted without a word, but not carried out' : said);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return outcome(await flow.orders.read(orderId, call), error.words);
  }
}
