import type { Shipment, Tracking } from '../../../../domain/shipment.ts';
import type { ExistingOrder } from '../schema.ts';
import { instantFrom } from '../times.ts';

/**
 * What left the warehouse with an order.
 *
 * Tracking comes from the shipping platform's waybills (of the order and of its parcels); where there
 * are none, from the order's own waybill field; where that is empty too, from the parcel numbers.
 * Whatever belongs to a return is dropped: a customer must not be sent the label of the way back.
 */
export function shipmentOf(held: ExistingOrder): Shipment {
  return {
    shippedAt: instantFrom(held.orderInfo.shippedTime),
    carrier: carrierOf(held),
    tracking: trackingOf(held),
  };
}

function trackingOf(held: ExistingOrder): Tracking[] {
  const parcels = held.parcels.filter((parcel) => parcel.isReturnParcel !== true);
  const outgoing = parcels.flatMap(({ tracking }) =>
    tracked(tracking?.waybill, tracking?.trackingUrl),
  );
  const outgoingNumbers = new Set([
    ...outgoing.map(({ number }) => number),
    ...parcels.flatMap(({ parcelNumber }) => tracked(parcelNumber).map(({ number }) => number)),
  ]);
  const returned = returnNumbers(held);
  const isOut = ({ number }: Tracking): boolean =>
    outgoingNumbers.has(number) || !returned.has(number);

  const waybills = [
    ...held.tracking.flatMap(({ waybill, trackingUrl }) => tracked(waybill, trackingUrl)),
    ...outgoing,
  ].filter(isOut);
  if (waybills.length > 0) return distinct(waybills);

  // Several waybills may stand in the one field, separated by commas.
  const own = (held.orderInfo.wayBill ?? '')
    .split(/[,;]/)
    .flatMap((number) => tracked(number))
    .filter(isOut);
  if (own.length > 0) return distinct(own);

  return distinct(
    parcels.flatMap(({ parcelNumber, tracking }) => tracked(parcelNumber, tracking?.trackingUrl)),
  );
}

function returnNumbers(held: ExistingOrder): Set<string> {
  return new Set(
    [
      held.orderInfo.returnWayBill,
      ...held.returnTracking.map(({ waybill }) => waybill),
      ...held.parcels
        .filter((parcel) => parcel.isReturnParcel === true)
        .flatMap(({ parcelNumber, tracking }) => [parcelNumber, tracking?.waybill]),
    ].flatMap((number) => tracked(number).map((entry) => entry.number)),
  );
}

function tracked(number: string | undefined, url?: string): Tracking[] {
  const trimmed = number?.trim() ?? '';
  if (trimmed === '') return [];
  const link = url?.trim();
  return [
    link !== undefined && /^https?:\/\//i.test(link)
      ? { number: trimmed, url: link }
      : { number: trimmed },
  ];
}

/** Each number once, in the order of their coming, with a link where any of its entries has one. */
function distinct(entries: readonly Tracking[]): Tracking[] {
  const byNumber = new Map<string, Tracking>();
  for (const entry of entries) {
    const known = byNumber.get(entry.number);
    if (known === undefined || (known.url === undefined && entry.url !== undefined)) {
      byNumber.set(entry.number, entry);
    }
  }
  return [...byNumber.values()];
}

function carrierOf(held: ExistingOrder): Shipment['carrier'] {
  const { transporter } = held;
  const name = filled(transporter?.transporterName) ?? filled(transporter?.name);
  const code = filled(transporter?.code);
  const service = filled(transporter?.serviceCode);
  if (name === undefined && code === undefined && service === undefined) return undefined;
  return { name, code, service };
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
