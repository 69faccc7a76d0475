import { z } from 'zod';

/*
 * What a record begins with where a cart or a person says nothing of it are the defaults here.
 */

const blank = z.string().default('');
const amount = z.string().default('0.00');
/** Named values that a person or a cart put on something. */
const namedTexts = z.record(z.string(), z.string()).default(() => ({}));
const listOf = <Of extends z.ZodType>(of: Of) => z.array(of).default(() => []);
const instant = z.iso.datetime();
/** Who did something: a caller of the interface, or somebody in the app. */
const by = z.enum(['api', 'person']);

export const addressRecord = z.object({
  first_name: blank,
  last_name: blank,
  company: blank,
  address1: blank,
  address2: blank,
  address3: blank,
  address4: blank,
  city: blank,
  state: blank,
  postal_code: blank,
  country: blank,
  phone: blank,
});

/** Money, weights and quantities are decimals as text; the wire has them as text or as numbers. */
export const itemRecord = z.object({
  id: z.string(),
  name: blank,
  price: amount,
  quantity: z.string().default('1'),
  weight: z.string().default('0'),
  code: blank,
  delivery_type: z.enum(['ship', 'noship', 'download', 'future']).default('ship'),
  category_code: blank,
  fulfillment_method: blank,
  variation_list: namedTexts,
  metadata: namedTexts,
});

export const shipmentRecord = z.object({
  id: z.string(),
  tracking_number: z.string(),
  carrier_code: z.string(),
  shipment_method: z.string(),
  weight: z.string(),
  cost: z.string(),
  status: z.string(),
  tracking_url: z.string(),
  date_added: instant,
  by,
});

const historyRecord = z.object({
  date_added: instant,
  source_name: z.string(),
  note: z.string(),
  /** What wrote it: a call that adds a note, or the store itself on a move or a shipment. */
  kind: z.enum(['note', 'event']),
});

const moveRecord = z.object({
  at: instant,
  from: z.number().int(),
  to: z.number().int(),
  by,
});

/** An order with the names of the wire; whatever can be added up is added up when it is read. */
export const orderRecord = z.object({
  id: z.string(),
  source_id: z.string(),
  source_name: z.string().default('Order Desk'),
  email: blank,
  shipping_method: blank,
  shipping_total: amount,
  handling_total: amount,
  tax_total: amount,
  payment_type: z.string().default('Visa'),
  payment_status: z.string().default('Captured'),
  customer_id: blank,
  fulfillment_name: blank,
  fulfillment_id: blank,
  folder_id: z.number().int(),
  date_added: instant,
  date_updated: instant,
  shipping: addressRecord,
  customer: addressRecord,
  checkout_data: namedTexts,
  order_metadata: namedTexts,
  discount_list: listOf(z.object({ name: z.string(), code: z.string(), amount: z.string() })),
  order_notes: listOf(z.object({ date_added: instant, username: z.string(), content: z.string() })),
  order_items: listOf(itemRecord),
  order_shipments: listOf(shipmentRecord),
  order_history: listOf(historyRecord),
  moves: listOf(moveRecord),
});

export const inventoryRecord = z.object({
  id: z.number().int(),
  name: z.string(),
  code: z.string(),
  price: amount,
  cost: blank,
  weight: blank,
  stock: z.string().default('0'),
  location: blank,
  update_source: z.string().default('Order Desk'),
  manufacturer_sku: z.string().nullable().default(null),
  variation_list: namedTexts,
  metadata: namedTexts,
  date_added: instant,
  date_updated: instant,
});

/** Everything that the simulated store remembers: JSON. */
export const orderDeskState = z.object({
  nextId: z.number().int(),
  nextInventoryId: z.number().int(),
  /** How many lists were answered; the untrustworthy counts depend on it. */
  lists: z.number().int(),
  /** Another key than the option's, once a person changed it. */
  apiKey: z.string().nullable(),
  folders: z.record(z.string(), z.string()),
  orders: z.array(orderRecord),
  items: z.array(inventoryRecord),
  refusedWrites: z.array(z.object({ at: instant, operation: z.string() })),
});

export type OrderDeskState = z.infer<typeof orderDeskState>;
export type Address = z.infer<typeof addressRecord>;
export type OrderItem = z.infer<typeof itemRecord>;
export type Shipment = z.infer<typeof shipmentRecord>;
export type OrderRecord = z.infer<typeof orderRecord>;
export type InventoryItem = z.infer<typeof inventoryRecord>;
export type By = z.infer<typeof by>;
