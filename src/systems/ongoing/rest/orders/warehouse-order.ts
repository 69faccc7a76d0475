import type { Instant } from '../../../../domain/order.ts';
import type { WarehouseOrder } from '../../../../domain/warehouse-order.ts';
import { phaseOf } from '../../statuses.ts';
import type { ExistingOrder } from '../schema.ts';
import type { OngoingSettings } from '../../settings.ts';
import { shipmentOf } from './shipment.ts';

/** An order of Ongoing in the field's own words. `readAt` is when it was read, by the vendor's clock. */
export function warehouseOrderOf(
  held: ExistingOrder,
  settings: Pick<OngoingSettings, 'statuses' | 'reportAt'>,
  readAt: Instant,
): WarehouseOrder {
  const { orderInfo } = held;
  const statusNumber = Number(orderInfo.orderStatus.number);
  const ownId = orderInfo.goodsOwnerOrderId?.trim() ?? '';
  return {
    warehouseOrderId: orderInfo.orderId,
    number: orderInfo.orderNumber ?? '',
    goodsOwnerOrderId: ownId === '' ? null : ownId,
    statusNumber,
    statusText: orderInfo.orderStatus.text ?? '',
    phase: phaseOf(statusNumber, settings.statuses, settings.reportAt),
    shipment: shipmentOf(held),
    readAt,
  };
}
