import type { Desk } from './desk.ts';
import { instantOf } from './desk.ts';
import { type Address, addressRecord } from './records.ts';
import type { InventoryItem, OrderItem, OrderRecord } from './records.ts';

type Parts = 'id' | 'folder_id' | 'moves' | 'order_items' | 'shipping' | 'customer';

/** An order to add, or what is to change of one. Items are given as a whole, addresses by member. */
export type OrderInput = Partial<Omit<OrderRecord, Parts>> & {
  readonly shipping?: Partial<Address>;
  readonly customer?: Partial<Address>;
  readonly order_items?: readonly Partial<OrderItem>[];
};

export type NewOrder = OrderInput & {
  readonly id?: string;
  /** A folder's name; the store's first where missing. */
  readonly folder?: string;
};

const noAddress = Object.fromEntries(
  Object.keys(addressRecord.shape).map((member) => [member, '']),
) as Address;

export type NewItem = Partial<Omit<InventoryItem, 'id'>> & { readonly code: string };

/** An order as a cart brings it. Of two addresses the missing one is the other's copy. */
export function addOrder(desk: Desk, given: NewOrder): OrderRecord {
  const { id = desk.store.nextId(), folder, shipping, customer, order_items, ...members } = given;
  const now = instantOf(desk);
  const order: OrderRecord = {
    source_id: id,
    source_name: 'Order Desk',
    email: '',
    shipping_method: '',
    shipping_total: '0.00',
    handling_total: '0.00',
    tax_total: '0.00',
    payment_type: 'Visa',
    payment_status: 'Captured',
    customer_id: '',
    fulfillment_name: '',
    fulfillment_id: '',
    date_added: now,
    date_updated: members.date_added ?? now,
    checkout_data: {},
    order_metadata: {},
    discount_list: [],
    order_notes: [],
    order_shipments: [],
    order_history: [],
    ...structuredClone(members),
    id,
    folder_id: folder === undefined ? desk.store.firstFolderId() : folderIdOf(desk, folder),
    shipping: { ...noAddress, ...(shipping ?? customer) },
    customer: { ...noAddress, ...(customer ?? shipping) },
    order_items: (order_items ?? []).map((item) => completeItem(desk, item)),
    moves: [],
  };
  desk.store.addOrder(order);
  return order;
}

/** Changes an order as a person does, which changes its time. */
export function editOrder(desk: Desk, order: OrderRecord, change: OrderInput): void {
  const { shipping, customer, order_items, ...members } = change;
  Object.assign(order, { date_updated: instantOf(desk) }, structuredClone(members), {
    shipping: { ...order.shipping, ...shipping },
    customer: { ...order.customer, ...customer },
  });
  if (order_items !== undefined)
    order.order_items = order_items.map((item) => completeItem(desk, item));
}

/** An inventory item; a person's where nothing else is said. */
export function addInventoryItem(desk: Desk, given: NewItem): InventoryItem {
  const now = instantOf(desk);
  const item: InventoryItem = {
    name: given.code,
    price: '0.00',
    cost: '',
    weight: '',
    stock: '0',
    location: '',
    update_source: 'Order Desk',
    manufacturer_sku: null,
    variation_list: {},
    metadata: {},
    date_added: now,
    date_updated: now,
    ...structuredClone(given),
    id: desk.store.nextInventoryId(),
  };
  if (desk.store.itemByCode(item.code) !== undefined)
    throw new RangeError(`the store has an item ${item.code} already`);
  desk.store.state.items.push(item);
  return item;
}

/** The id of a folder by its name. Throws a `RangeError` for one that isn't there. */
export function folderIdOf(desk: Desk, name: string): number {
  const id = desk.store.folderId(name);
  if (id === undefined) throw new RangeError(`the store has no folder ${name}`);
  return id;
}

const completeItem = (desk: Desk, item: Partial<OrderItem>): OrderItem => ({
  id: desk.store.nextId(),
  name: item.code ?? '',
  price: '0.00',
  quantity: '1',
  weight: '0',
  code: '',
  delivery_type: 'ship',
  category_code: '',
  fulfillment_method: '',
  variation_list: {},
  metadata: {},
  ...structuredClone(item),
});
