import type { Desk } from './desk.ts';
import { instantOf } from './desk.ts';
import { inventoryRecord, itemRecord, orderRecord } from './records.ts';
import type { Address, InventoryItem, OrderItem, OrderRecord } from './records.ts';

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

export type NewItem = Partial<Omit<InventoryItem, 'id'>> & { readonly code: string };

/** An order as a cart brings it. Of two addresses the missing one is the other's copy. */
export function addOrder(desk: Desk, given: NewOrder): OrderRecord {
  const { id = desk.store.nextId(), folder, order_items = [], ...members } = given;
  const { shipping = members.customer ?? {}, customer = shipping } = members;
  const now = instantOf(desk);
  const order = orderRecord.parse({
    source_id: id,
    date_added: now,
    date_updated: members.date_added ?? now,
    ...members,
    id,
    folder_id: folder === undefined ? desk.store.firstFolderId() : folderIdOf(desk, folder),
    shipping,
    customer,
    order_items: order_items.map((item) => completeItem(desk, item)),
  });
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
  const id = desk.store.nextInventoryId();
  const usual = { name: given.code, date_added: now, date_updated: now };
  const item = inventoryRecord.parse({ ...usual, ...given, id });
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

const completeItem = (desk: Desk, item: Partial<OrderItem>): OrderItem =>
  itemRecord.parse({ id: desk.store.nextId(), name: item.code, ...item });
