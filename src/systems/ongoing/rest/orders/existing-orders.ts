import type { Instant, OrderReference } from '../../../../domain/order.ts';
import { phaseOf } from '../../statuses.ts';
import type { CallContext } from '../../../kit/call-context.ts';
import { Refusal } from '../../../kit/errors/failures.ts';
import { joinedLookUp } from '../joined-look-up.ts';
import { existingOrderSchema, existingOrdersSchema, type ExistingOrder } from '../schema.ts';
import type { Transport } from '../transport.ts';

/** An order as it was read, and when by the vendor's clock. */
export interface ReadOrder {
  readonly held: ExistingOrder;
  readonly at: Instant;
}

/** What stands under an order's number: ours, or somebody else's. */
export interface FoundOrder extends ReadOrder {
  readonly ours: boolean;
}

/** Reads single orders: by number joined with others, by the warehouse's id alone. */
export function existingOrders(transport: Transport, windowMs: number) {
  const byNumber = joinedLookUp({
    transport,
    operation: 'GET /orders',
    filter: 'orderNumbers',
    schema: existingOrdersSchema,
    windowMs,
  });

  /**
   * The order under the number. Where there are several, ours comes first, then one that isn't
   * cancelled, then the newest.
   */
  async function find(order: OrderReference, call: CallContext): Promise<FoundOrder | undefined> {
    const answers = await byNumber.add(order.number, call);
    const { statuses, reportAt } = transport.settings;
    const isCancelled = ({ held }: FoundOrder): boolean =>
      phaseOf(Number(held.orderInfo.orderStatus.number), statuses, reportAt) === 'cancelled';
    return answers
      .flatMap(({ value, at }) =>
        value
          .filter(({ orderInfo }) => orderInfo.orderNumber?.trim() === order.number)
          .map((held) => ({
            held,
            at,
            ours: held.orderInfo.goodsOwnerOrderId?.trim() === order.id,
          })),
      )
      .sort(
        (a, b) =>
          Number(b.ours) - Number(a.ours) ||
          Number(isCancelled(a)) - Number(isCancelled(b)) ||
          Number(b.held.orderInfo.orderId) - Number(a.held.orderInfo.orderId),
      )
      .at(0);
  }

  /** The order with the warehouse's id, or undefined where there is none. */
  async function read(warehouseOrderId: string, call: CallContext): Promise<ReadOrder | undefined> {
    try {
      const { value, at } = await transport.call(call, {
        operation: 'GET /orders/{orderId}',
        ids: { orderId: warehouseOrderId },
        schema: existingOrderSchema,
      });
      return { held: value, at };
    } catch (error) {
      if (error instanceof Refusal && error.notFound) return undefined;
      throw error;
    }
  }

  return { find, read };
}
export type ExistingOrders = ReturnType<typeof existingOrders>;
