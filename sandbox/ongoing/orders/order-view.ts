import { address, order } from '../../../src/systems/ongoing/contract/order.ts';
import { type Desk, goodsOwnerView } from '../desk.ts';
import { lineView, quantitiesOf } from './order-line-view.ts';
import { statusText } from './order-status.ts';
import type { StoredOrder } from '../stored.ts';
import { isJsonObject, listIn, objectIn, readObject, textIn } from '../vendor-json.ts';
import { membersBut, withNulls, wireTime } from '../wire.ts';

const addressMembers = Object.keys(address);

/** What a GET repeats of a PUT, unchanged. */
const echoedMembers = membersBut(order, [
  'goodsOwnerId',
  'orderNumber',
  'deliveryDate',
  'goodsOwnerOrderId',
  'consignee',
  'transporter',
  'returnTransporter',
  'orderLines',
  'warehouseId',
  'classes',
  'advanced',
  'transporterBulkId',
  'languageCode',
]);

/** An order as `GET /orders` shows it: every member is there, null where there is nothing. */
export function orderView(desk: Desk, order: StoredOrder): Record<string, unknown> {
  const header = readObject(order.header);
  const consignee = objectIn(header, 'consignee');
  const advanced = objectIn(header, 'advanced');
  const lagging = desk.options.now() - order.updatedAt < desk.options.linesLagMs;
  return {
    goodsOwner: goodsOwnerView(desk, order),
    orderInfo: orderInfo(desk, order, header, advanced),
    consignee: {
      ...withNulls(consignee, [...addressMembers, 'customerNumber', 'remark', 'doorCode']),
      advanced: consignee['advanced'] ?? null,
      invoiceAddress: isJsonObject(consignee['invoiceAddress'])
        ? withNulls(consignee['invoiceAddress'], [...addressMembers, 'advanced'])
        : null,
      id: order.consigneeId,
    },
    parcels: nullIfEmpty(
      order.parcels.map((parcel) => ({
        id: parcel.parcelId,
        parcelNumber: parcel.number,
        isReturnParcel: parcel.isReturn,
        tracking: { freightPrice: null, trackingUrl: parcel.url },
        advanced: null,
      })),
    ),
    orderLines: lagging ? [] : order.lines.map((line) => lineView(desk.store, order, line)),
    transporter: transporterView(order),
    returnTransporter: null,
    tracking: nullIfEmpty(order.tracking.map(trackingView)),
    classes: nullIfEmpty(listIn(header, 'classes').map((one) => withNulls(one, ['code', 'name']))),
    shipmentInfo: null,
    returnTracking: nullIfEmpty(order.returnTracking.map(trackingView)),
    advanced: {
      orderTextLines: nullIfEmpty(
        listIn(advanced, 'orderTextLines').map((line) =>
          withNulls(line, ['rowNumber', 'comment', 'numberOfItems']),
        ),
      ),
    },
  };
}

function orderInfo(
  desk: Desk,
  order: StoredOrder,
  header: Readonly<Record<string, unknown>>,
  advanced: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const delivery = textIn(header, 'deliveryDate') ?? wireTime(order.createdAt);
  return {
    ...withNulls(header, echoedMembers),
    orderId: order.orderId,
    orderNumber: order.number,
    goodsOwnerOrderId: order.goodsOwnerOrderId,
    // Date only, whatever was sent; the time of day is told in advanced.deliveryDateWithTime.
    deliveryDate: delivery.slice(0, 10),
    createdDate: wireTime(order.createdAt),
    shippedTime: wireTime(order.shippedAt),
    wayBill: order.wayBill,
    returnWayBill: order.returnWayBill,
    orderStatus: { number: order.status, text: statusText(desk.options, order.status) ?? null },
    ...quantitiesOf(order),
    warehouse: { id: 1, code: 'MAIN', name: 'Main warehouse' },
    advanced: {
      ...withNulls(advanced, ['invoiceNumber', 'arrivalDate']),
      deliveryDateWithTime: new Date(delivery).toISOString(),
      backOrderInfo: null,
      orderHeaderUpdated: wireTime(order.updatedAt),
      transportPaymentType: null,
    },
    sortLocation: null,
  };
}

function transporterView(order: StoredOrder): Record<string, unknown> | null {
  const wanted = objectIn(readObject(order.header), 'transporter');
  const code = order.carrier?.code ?? textIn(wanted, 'transporterCode');
  if (code === undefined) return null;
  return {
    transporterName: order.carrier?.name ?? code,
    name: order.carrier?.name ?? code,
    code,
    serviceCode: order.carrier?.serviceCode ?? wanted['transporterServiceCode'] ?? null,
    transporterContract: null,
    serviceComment: null,
  };
}

const trackingView = (tracking: StoredOrder['tracking'][number]): Record<string, unknown> => ({
  freightPrice: null,
  trackingUrl: tracking.url,
  waybill: tracking.waybill,
  created: wireTime(tracking.createdAt),
});

/** The vendor answers null where a list has no entries. */
const nullIfEmpty = <Entry>(entries: readonly Entry[]): readonly Entry[] | null =>
  entries.length === 0 ? null : entries;
