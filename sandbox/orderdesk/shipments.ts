import type { z } from 'zod';

import { type shipment, shipmentOfOrder } from '../../src/systems/orderdesk/contract/bodies.ts';
import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import { acceptedBody, complaintOf } from './accepted-body.ts';
import type { Desk } from './desk.ts';
import { instantOf, orderOf, recordEvent } from './desk.ts';
import { shipmentView } from './order-view.ts';
import type { By, OrderRecord } from './records.ts';
import { errorReply, successReply } from './replies.ts';

export type NewShipment = z.output<typeof shipment>;

const refused = 'Shipment Not Added';
const added = 'Shipment Added';

/** `GET /orders/{id}/shipments`. */
export function getShipments(desk: Desk, _request: SandboxRequest, id: string): SandboxReply {
  const { order_shipments } = orderOf(desk, id);
  return successReply('', {
    total_records: String(order_shipments.length),
    shipments: order_shipments.map((one) => shipmentView(one, id, desk.options.storeId)),
  });
}

/** `POST /orders/{id}/shipments`. A refusal of a tracking number that is there comes with HTTP 200. */
export function postShipment(desk: Desk, request: SandboxRequest, id: string): SandboxReply {
  const order = orderOf(desk, id);
  const body = acceptedBody('POST /orders/{id}/shipments', request);
  return addShipment(desk, order, body, 'api') ? successReply(added) : errorReply(200, refused);
}

/** `POST /batch-shipments`: results in the order of the list; what is wrong is said of each alone. */
export function postShipments(desk: Desk, request: SandboxRequest): SandboxReply {
  const results = acceptedBody('POST /batch-shipments', request).map((entry) => {
    const parsed = shipmentOfOrder.safeParse(entry);
    if (!parsed.success) return { status: 'error', message: complaintOf(parsed.error) };
    const { order_id, ...shipment } = parsed.data;
    const order = desk.store.order(order_id);
    if (order === undefined) return { status: 'error', message: 'Order Not Found' };
    return addShipment(desk, order, shipment, 'api')
      ? { status: 'success', message: added }
      : { status: 'error', message: refused };
  });
  const message = `${results.filter(({ status }) => status === 'success').length} Shipments Added`;
  return successReply(message, { results });
}

/** Adds a shipment; false where the order has one with the same tracking number, also `n/a`. */
export function addShipment(
  desk: Desk,
  order: OrderRecord,
  shipment: NewShipment,
  by: By,
): boolean {
  const { tracking_number, carrier_code = '' } = shipment;
  if (order.order_shipments.some((one) => one.tracking_number === tracking_number)) return false;
  order.order_shipments.push({
    id: desk.store.nextId(),
    tracking_number,
    carrier_code,
    shipment_method: shipment.shipment_method ?? '',
    weight: shipment.weight ?? '',
    cost: shipment.cost ?? '',
    status: shipment.status ?? '',
    tracking_url: shipment.tracking_url ?? guessedUrl(carrier_code, tracking_number),
    date_added: instantOf(desk),
    by,
  });
  recordEvent(desk, order, by, `Shipment Added: ${tracking_number}`);
  return true;
}

/** The vendor guesses a link where it knows the carrier. */
const guessedUrl = (carrier: string, tracking: string): string =>
  carrier === '' || tracking.toLowerCase() === 'n/a'
    ? ''
    : `https://track.example/${encodeURIComponent(carrier.toLowerCase())}/${encodeURIComponent(tracking)}`;
