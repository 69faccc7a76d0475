import type { OngoingSandbox } from '../../sandbox/ongoing/ongoing.ts';

/** What Ongoing's webhook sends of an order, as the order is now. */
export function orderCall(wms: OngoingSandbox, number: string): Readonly<Record<string, unknown>> {
  const order = wms.order(number);
  if (order === undefined) throw new RangeError(`the warehouse has no order ${number}`);
  return {
    webhookOrdersId: 3,
    webhookEventId: 41,
    system: 'nord',
    timestamp: '2026-11-02T10:11:12.1234567',
    orderId: order.orderId,
    orderNumber: order.number,
    goodsOwnerId: 101,
    goodsOwnerOrderId: order.goodsOwnerOrderId,
    consigneeOrderNumber: null,
    path: 'Orders',
    byUser: { userId: 7 },
    byComputer: null,
    orderStatus: { number: order.status },
    currentShipmentId: null,
    webhookTemplate: 'OrderStatusChanged',
    goodsOwnerName: 'Nordlys',
    goodsOwnerClasses: [],
    tracking: [],
    parcels: [],
  };
}
