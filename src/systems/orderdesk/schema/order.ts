import { z } from 'zod';

import { fields, id, listOf, maybeId, text } from './scalars.ts';

const address = z.preprocess(
  (value) => (value === null || value === undefined || Array.isArray(value) ? {} : value),
  z.object({
    first_name: text,
    last_name: text,
    company: text,
    address1: text,
    address2: text,
    address3: text,
    address4: text,
    city: text,
    state: text,
    postal_code: text,
    country: text,
    phone: text,
  }),
);
export type StoreAddress = z.output<typeof address>;

const item = z.object({
  id: text,
  name: text,
  code: text,
  price: text,
  quantity: text,
  delivery_type: text,
  variation_list: fields,
  metadata: fields,
});
export type StoreItem = z.output<typeof item>;

const shipment = z.object({ tracking_number: text });

/**
 * An order as `GET /orders` gives it: what Crossdock reads of it. What is only wrong in its value
 * (a price that is no number) is left to the mapping, which can say so.
 */
const orderSchema = z.object({
  id,
  source_id: text,
  email: text,
  shipping_method: text,
  customer_id: text,
  folder_id: maybeId,
  date_added: text,
  date_updated: text,
  shipping: address,
  customer: address,
  checkout_data: fields,
  order_metadata: fields,
  order_items: listOf(item),
  order_shipments: listOf(shipment),
  order_history: listOf(z.object({ note: text })).optional(),
});
export type StoreOrder = z.output<typeof orderSchema>;

/** An order that can't be read: where, and what little is known of it. */
export interface UnreadableOrder {
  readonly id: string;
  readonly folder_id: string | undefined;
  readonly unreadable: string;
}

const bones = z.object({ id, folder_id: maybeId.catch(undefined) });

/** An order of an answer. One that can't be read doesn't spoil the others, as long as it has its id. */
export const anyOrder = z.unknown().transform((value, context): StoreOrder | UnreadableOrder => {
  const order = orderSchema.safeParse(value);
  if (order.success) return order.data;
  const known = bones.safeParse(value);
  if (known.success) {
    const unreadable = order.error.issues[0]?.path.join('.') ?? 'shape';
    return { id: known.data.id, folder_id: known.data.folder_id, unreadable };
  }
  context.addIssue({ code: 'custom', message: 'an order without an id' });
  return z.NEVER;
});

/** Ids that stand for numbers in requests are digits; anything else was never an id of this vendor's. */
export const isId = (value: string): boolean => /^\d{1,20}$/.test(value);
