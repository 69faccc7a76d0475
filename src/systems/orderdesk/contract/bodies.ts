import type { LosslessNumber } from 'lossless-json';
import { z } from 'zod';

/** A number, or text that is one; the text of it. */
const numeric = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number')])
  .transform(String);

const id = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(String);

/** Adds a note to an order's history; the vendor takes no more after 250 of them. */
export const note = z.strictObject({
  note: z.string().trim().min(1).max(2_000),
  source_name: z.string().optional(),
});

/** What may be said of a shipment. `shipment_date` is taken and has no effect. */
export const shipment = z.strictObject({
  tracking_number: z.string().trim().min(1),
  carrier_code: z.string().optional(),
  shipment_method: z.string().optional(),
  weight: numeric.optional(),
  cost: numeric.optional(),
  status: z.string().optional(),
  tracking_url: z.string().optional(),
  shipment_date: z.string().optional(),
});

/** One of a batch of shipments: what is wrong is said of each alone. */
export const shipmentOfOrder = z.strictObject({ ...shipment.shape, order_id: id });

/** Moves orders to a folder. Ids are numbers here, unlike in an order. */
export const move = z
  .strictObject({
    order_id_list: z.array(z.int()).min(1),
    destination_folder_id: z.int().optional(),
    destination_folder_name: z.string().optional(),
  })
  .refine(
    (body) =>
      (body.destination_folder_id === undefined) !== (body.destination_folder_name === undefined),
    'needs destination_folder_id or destination_folder_name, and not both',
  );

/** Blank, or a number. */
const amount = z.union([z.literal(''), numeric]);
/** PHP writes an empty list where there is nothing. */
const named = z.union([
  z.array(z.never()).transform((): Record<string, string> => ({})),
  z.record(z.string(), z.union([z.string(), z.number()]).transform(String)),
]);

/** All of an inventory item. What is left out, other than the name and the code, is blanked. */
export const inventoryItem = z.strictObject({
  name: z.string().min(1),
  code: z.string().min(1),
  price: amount.default(''),
  cost: amount.default(''),
  weight: amount.default(''),
  stock: amount.default(''),
  location: z.string().default(''),
  update_source: z.string().default(''),
  manufacturer_sku: z.string().nullable().default(null),
  variation_list: named.default({}),
  metadata: named.default({}),
  /** Read only; taken, so that what was read can be sent back. */
  id: id.optional(),
  date_added: z.string().optional(),
  date_updated: z.string().optional(),
});

/** Many of them; an id that isn't there is passed over in silence. */
export const inventoryItems = z
  .array(inventoryItem.required({ id: true }).extend({ price: numeric, stock: numeric }))
  .min(1);

/** A body as it is written: whatever is a number may also be one that keeps all its digits. */
export type Written<Value> = Value extends number
  ? number | LosslessNumber
  : Value extends readonly (infer Entry)[]
    ? readonly Written<Entry>[]
    : Value extends object
      ? { readonly [Member in keyof Value]: Written<Value[Member]> }
      : Value;
