import type { StoredOrder } from '../stored.ts';
import { wireTime } from '../wire.ts';

/** An order as tests, the floor and the audit see it. Times are instants, quantities digits as sent. */
export type ToldOrder = Readonly<ReturnType<typeof toldOrder>>;

export function toldOrder(order: StoredOrder) {
  const { orderId, goodsOwnerId, number, goodsOwnerOrderId, status, foreign, putCount } = order;
  return {
    orderId,
    goodsOwnerId,
    number,
    goodsOwnerOrderId,
    status,
    /** Made at the warehouse, not by a PUT. */
    foreign,
    /** How many PUTs were accepted. */
    putCount,
    statusChangedAt: wireTime(order.statusChangedAt),
    createdAt: wireTime(order.createdAt),
    updatedAt: wireTime(order.updatedAt),
    shippedAt: wireTime(order.shippedAt),
    lines: order.lines.map(({ rowNumber, articleNumber, quantity }) => ({
      rowNumber,
      articleNumber,
      quantity,
    })),
    waybills: order.tracking.map(({ waybill }) => waybill),
    parcels: order.parcels.filter(({ isReturn }) => !isReturn).map(({ number }) => number),
  };
}
