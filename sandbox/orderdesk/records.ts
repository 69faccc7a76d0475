import { z } from 'zod';

/** Named values that a person or a cart put on something. */
const namedTexts = z.record(z.string(), z.string());
const instant = z.iso.datetime();
/** Who did something: a caller of the interface, or somebody in the app. */
const by = z.enum(['api', 'person']);

export const addressRecord = z.object({
  first_name: z.string(),
  last_name: z.string(),
  company: z.string(),
  address1: z.string(),
  address2: z.string(),
  address3: z.string(),
  address4: z.string(),
  city: z.string(),
  state: z.string(),
  postal_code: z.string(),
  country: z.string(),
  phone: z.string(),
});

/** Money, weights and quantities are decimals as text; the wire has them as text or as numbers. */
export const itemRecord = z.object({
  id: z.string(),
  name: z.string(),
  price: z.string(),
  quantity: z.string(),
  weight: z.string(),
  code: z.string(),
  delivery_type: z.enum(['ship', 'noship', 'download', 'future']),
  category_code: z.string(),
  fulfillment_method: z.string(),
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
  source_name: z.string(),
  email: z.string(),
  shipping_method: z.string(),
  shipping_total: z.string(),
  handling_total: z.string(),
  tax_total: z.string(),
  payment_type: z.string(),
  payment_status: z.string(),
  customer_id: z.string(),
  fulfillment_name: z.string(),
  fulfillment_id: z.string(),
  folder_id: z.number().int(),
  date_added: instant,
  date_updated: instant,
  shipping: addressRecord,
  customer: addressRecord,
  checkout_data: namedTexts,
  order_metadata: namedTexts,
  discount_list: z.array(z.object({ name: z.string(), code: z.string(), amount: z.string() })),
  order_notes: z.array(
    z.object({ date_added: instant, username: z.string(), content: z.string() }),
  ),
  order_items: z.array(itemRecord),
  order_shipments: z.array(shipmentRecord),
  order_history: z.array(historyRecord),
  moves: z.array(moveRecord),
});

export const inventoryRecord = z.object({
  id: z.number().int(),
  name: z.string(),
  code: z.string(),
  price: z.string(),
  cost: z.string(),
  weight: z.string(),
  stock: z.string(),
  location: z.string(),
  update_source: z.string(),
  manufacturer_sku: z.string().nullable(),
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
