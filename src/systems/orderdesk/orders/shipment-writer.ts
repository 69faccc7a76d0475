import type { z } from 'zod';

import type { Shipment, Tracking } from '../../../domain/shipment.ts';
import { Batch } from '../../kit/pacing/batch.ts';
import type { shipmentOfOrder, Written } from '../contract/bodies.ts';
import type { Client } from '../rest/client.ts';
import { errors } from '../rest/errors.ts';
import { shipmentsAdded } from '../schema/answers.ts';

/** The vendor names no limit. */
const maxShipments = 100;

/** What stands for a shipment without tracking. */
export const withoutTracking = 'n/a';

/** One shipment of one order as it is written. */
export type NewShipment = Written<z.input<typeof shipmentOfOrder>> & {
  readonly order_id: string;
};

/** What the vendor said of one of them; `not added` may mean that it is there already. */
export type Added =
  { readonly kind: 'added' } | { readonly kind: 'not added'; readonly words: string };

/** A shipment in the vendor's words. Its date can't be written; it is the day of the writing. */
export function newShipment(
  orderId: string,
  tracking: Tracking | undefined,
  carrier: Shipment['carrier'],
): NewShipment {
  const code = carrier?.code ?? carrier?.name;
  const method = carrier?.service ?? carrier?.name;
  return {
    order_id: orderId,
    tracking_number: tracking?.number ?? withoutTracking,
    carrier_code: code,
    shipment_method: method,
    tracking_url: tracking?.url,
  };
}

/**
 * Adds shipments, joined over orders; each gets its own result. One that is there already is refused,
 * so that repeating a refused request shipment by shipment is harmless.
 */
export const shipmentWriter = (client: Client, windowMs: number) =>
  new Batch<NewShipment, Added>(client, {
    maxItems: maxShipments,
    windowMs,
    request: async (shipments, permit) => {
      const { value } = await client.send(permit, {
        operation: 'POST /batch-shipments',
        body: shipments,
        schema: shipmentsAdded,
        sharedBy: shipments.length,
        resultForEach: true,
      });
      const { results } = value;
      return shipments.map(({ order_id: orderId }, index) => {
        const result = results.length === shipments.length ? results[index] : undefined;
        if (result === undefined || (result.order_id ?? orderId) !== orderId) {
          return errors.unconfirmed(`a shipment of order ${orderId}`);
        }
        return result.status === 'success'
          ? { kind: 'added' }
          : { kind: 'not added', words: result.message ?? 'no reason given' };
      });
    },
  });
export type ShipmentWriter = ReturnType<typeof shipmentWriter>;
