import type { StoredOrder } from './stored.ts';
import { wireTime } from './wire.ts';

/** An order as tests, the floor and the audit see it. Times are instants. */
export interface ToldOrder {
  readonly orderId: number;
  readonly goodsOwnerId: number;
  readonly number: string;
  readonly goodsOwnerOrderId: string | null;
  readonly status: number;
  readonly statusChangedAt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly shippedAt: string | null;
  /** Made at the warehouse, not by a PUT. */
  readonly foreign: boolean;
  /** How many PUTs were accepted. */
  readonly putCount: number;
  readonly lines: readonly {
    readonly rowNumber: string;
    readonly articleNumber: string;
    /** Digits as they were sent. */
    readonly quantity: string;
  }[];
  readonly waybills: readonly string[];
  readonly parcels: readonly string[];
}

export function toldOrder(order: StoredOrder): ToldOrder {
  const { orderId, goodsOwnerId, number, goodsOwnerOrderId, status, foreign, putCount } = order;
  return {
    orderId,
    goodsOwnerId,
    number,
    goodsOwnerOrderId,
    status,
    foreign,
    putCount,
    statusChangedAt: wireTime(order.statusChangedAt) ?? '',
    createdAt: wireTime(order.createdAt) ?? '',
    updatedAt: wireTime(order.updatedAt) ?? '',
    shippedAt: wireTime(order.shippedAt),
    lines: order.lines.map(({ rowNumber, articleNumber, quantity }) => ({
      rowNumber,
      articleNumber,
      quantity,
    })),
    waybills: order.tracking.map(({ waybill }) => waybill),
    parcels: order.parcels.filter(({ isReturn }) => !isReturn).map((parcel) => parcel.number),
  };
}
