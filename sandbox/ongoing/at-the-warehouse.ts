import type { OngoingOptions } from './options.ts';
import { newOrder } from './orders/put-order.ts';
import { moveOrder, statusText } from './orders/order-status.ts';
import { sentStatus } from './statuses.ts';
import type { OngoingStore } from './store.ts';
import type { StoredOrder } from './stored.ts';
import { writeJson } from './vendor-json.ts';

/** What leaves the warehouse with an order. */
export interface Departure {
  readonly waybills?: readonly string[];
  readonly returnWaybills?: readonly string[];
  readonly parcels?: readonly string[];
  readonly returnParcels?: readonly string[];
  readonly carrier?: Readonly<NonNullable<StoredOrder['carrier']>>;
  /** The status that is set: 450 where nothing is said. */
  readonly status?: number;
  /** An instant; the vendor's clock where nothing is said. */
  readonly at?: string;
}

const trackingPage = 'https://tracking.example/';

/** Sets a status as a person at the warehouse does: any that is set up, also backwards. */
export function setStatus(
  options: OngoingOptions,
  store: OngoingStore,
  order: StoredOrder,
  status: number,
  at?: string,
): void {
  if (statusText(options, status) === undefined)
    throw new RangeError(`there is no order status ${status} at this warehouse`);
  moveOrder(store, order, status, at === undefined ? options.now() : Date.parse(at));
}

/** Adds a waybill without moving the order: some warehouses print them while the order is open. */
export function addWaybill(order: StoredOrder, waybill: string, at: number): void {
  if (order.tracking.some((known) => known.waybill === waybill)) return;
  order.tracking.push({ waybill, url: `${trackingPage}${waybill}`, createdAt: at });
  order.wayBill ??= waybill;
}

/** Ships an order: waybills, parcels and carrier, then the status. */
export function ship(
  options: OngoingOptions,
  store: OngoingStore,
  order: StoredOrder,
  departure: Departure,
): void {
  const at = departure.at === undefined ? options.now() : Date.parse(departure.at);
  for (const waybill of departure.waybills ?? []) addWaybill(order, waybill, at);
  for (const waybill of departure.returnWaybills ?? []) {
    order.returnTracking.push({ waybill, url: `${trackingPage}${waybill}`, createdAt: at });
    order.returnWayBill ??= waybill;
  }
  const parcel = (isReturn: boolean) => (number: string) => {
    const url = `${trackingPage}${number}`;
    order.parcels.push({ parcelId: store.nextId(), number, isReturn, url });
  };
  departure.parcels?.forEach(parcel(false));
  departure.returnParcels?.forEach(parcel(true));
  if (departure.carrier !== undefined) order.carrier = { ...departure.carrier };
  setStatus(options, store, order, departure.status ?? sentStatus, departure.at);
}

/** Puts an order there that didn't come through the interface: typed in by hand, or another system's. */
export function addForeignOrder(
  options: OngoingOptions,
  store: OngoingStore,
  goodsOwnerId: number,
  number: string,
  goodsOwnerOrderId: string | null,
): StoredOrder {
  const order = newOrder(store.nextId(), goodsOwnerId, options.now());
  order.number = number;
  order.goodsOwnerOrderId = goodsOwnerOrderId;
  order.foreign = true;
  order.header = writeJson({
    goodsOwnerId,
    orderNumber: number,
    deliveryDate: new Date(options.now()).toISOString().slice(0, 10),
    consignee: { name: 'Walk-in customer' },
  });
  order.consigneeId = store.consigneeId(goodsOwnerId, 'Walk-in customer');
  store.addOrder(order);
  return order;
}
