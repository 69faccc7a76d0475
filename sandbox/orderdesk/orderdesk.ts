import type { SandboxVendor } from '../vendor.ts';
import { answer, operationNames, routeOf } from './answer.ts';
import { createBucket } from './bucket.ts';
import type { Desk } from './desk.ts';
import { moveOrder } from './desk.ts';
import { orderDeskFaultKinds, orderDeskFaultReply } from './fault-replies.ts';
import type { OrderDeskOptions } from './options.ts';
import { defaultOrderDeskOptions } from './options.ts';
import { orderView } from './order-view.ts';
import type { NewOrder, OrderInput } from './people.ts';
import { addInventoryItem, addOrder, editOrder, folderIdOf } from './people.ts';
import type { By, InventoryItem, OrderRecord, Shipment } from './records.ts';
import type { NewShipment } from './shipments.ts';
import { addShipment } from './shipments.ts';
import { OrderDeskStore } from './store.ts';
import type { PostedOrder } from './webhook.ts';
import { postedOrder } from './webhook.ts';

/** An order as tests and people see it: the wire's names, instants, and the name of its folder. */
export type ShopOrder = OrderRecord & { readonly folder: string };

/** A move of an order, with the folders' names. `at` is an instant. */
export interface Move {
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly by: By;
}

/** A note that the interface wrote into an order's history. `at` is an instant. */
export interface Note {
  readonly at: string;
  readonly note: string;
  readonly sourceName: string;
}

/**
 * A simulated Order Desk store, with what its people do there. A method that changes something
 * throws a `RangeError` for an order, an item or a folder that isn't there.
 */
export interface OrderDeskSandbox extends SandboxVendor {
  readonly name: 'orderdesk';
  readonly options: OrderDeskOptions;
  now(): number;
  addOrder(order: NewOrder): ShopOrder;
  editOrder(id: string, change: OrderInput): ShopOrder;
  /** By a person, into a folder by its name. */
  moveOrder(id: string, folder: string): void;
  deleteOrder(id: string): void;
  order(id: string): ShopOrder | undefined;
  orders(): readonly ShopOrder[];
  /** The notes that were added through the interface, oldest first. */
  notes(id: string): readonly Note[];
  shipments(id: string): readonly Shipment[];
  /** By a person. False where the order has a shipment with this tracking number. */
  addShipment(id: string, shipment: NewShipment): boolean;
  /** The moves that were made through the interface, oldest first; of one order or of all. */
  moves(id?: string): readonly Move[];
  /** The calls that an integration must never make, and that were refused. */
  refusedWrites(): readonly { readonly at: string; readonly operation: string }[];
  addInventoryItem(
    item: Partial<Omit<InventoryItem, 'id'>> & { readonly code: string },
  ): InventoryItem;
  /** By its code. */
  inventoryItem(code: string): InventoryItem | undefined;
  inventoryItems(): readonly InventoryItem[];
  /** Names by id. */
  folders(): Readonly<Record<string, string>>;
  renameFolder(name: string, to: string): void;
  /** A person makes a new key; the old one is refused from now on. */
  setApiKey(key: string): void;
  /** What a rule of the store posts of an order: to be sent to a webhook. */
  postOrderJson(id: string): PostedOrder;
}

/** A simulated Order Desk store. Its URLs are `/orderdesk/api/v2/…`. */
export function createOrderDesk(given: Partial<OrderDeskOptions> = {}): OrderDeskSandbox {
  const options: OrderDeskOptions = { ...defaultOrderDeskOptions, ...given };
  const store = new OrderDeskStore(options);
  const desk: Desk = { options, store };
  const bucket = options.bucket === null ? undefined : createBucket(options.bucket);

  const found = (id: string): OrderRecord => {
    const order = store.order(id);
    if (order === undefined) throw new RangeError(`the store has no order ${id}`);
    return order;
  };
  const told = (order: OrderRecord): ShopOrder => ({
    ...structuredClone(order),
    folder: store.folderName(order.folder_id),
  });
  const apiMoves = (order: OrderRecord): Move[] =>
    order.moves
      .filter(({ by }) => by === 'api')
      .map(({ at, from, to, by }) => ({
        at,
        from: store.folderName(from),
        to: store.folderName(to),
        by,
      }));

  return {
    name: 'orderdesk',
    options,
    operationOf: (request) => routeOf(request).name,
    operations: operationNames,
    laneOf: (request) => request.headers['orderdesk-store-id'],
    handle: (request) => answer(desk, bucket, request),
    faultReply: orderDeskFaultReply,
    faultKinds: orderDeskFaultKinds,
    now: () => options.now(),
    state: () => store.state,
    restore: (state) => store.restore(state),

    addOrder: (order) => told(addOrder(desk, order)),
    editOrder(id, change) {
      const order = found(id);
      editOrder(desk, order, change);
      return told(order);
    },
    moveOrder: (id, folder) => moveOrder(desk, found(id), folderIdOf(desk, folder), 'person'),
    deleteOrder: (id) => void store.deleteOrder(found(id).id),
    order(id) {
      const order = store.order(id);
      return order === undefined ? undefined : told(order);
    },
    orders: () => store.state.orders.map(told),
    notes: (id) =>
      found(id)
        .order_history.filter(({ kind }) => kind === 'note')
        .map(({ date_added, note, source_name }) => ({
          at: date_added,
          note,
          sourceName: source_name,
        })),
    shipments: (id) => structuredClone(found(id).order_shipments),
    addShipment: (id, shipment) => addShipment(desk, found(id), shipment, 'person'),
    moves: (id) => (id === undefined ? store.state.orders : [found(id)]).flatMap(apiMoves),
    refusedWrites: () => structuredClone(store.state.refusedWrites),

    addInventoryItem: (item) => structuredClone(addInventoryItem(desk, item)),
    inventoryItem: (code) => structuredClone(store.itemByCode(code)),
    inventoryItems: () => structuredClone(store.state.items),
    folders: () => ({ ...store.state.folders }),
    renameFolder(name, to) {
      store.state.folders[String(folderIdOf(desk, name))] = to;
    },
    setApiKey(key) {
      store.state.apiKey = key;
    },
    postOrderJson: (id) =>
      postedOrder(
        orderView(found(id), options.storeId),
        options.storeId,
        store.state.apiKey ?? options.apiKey,
      ),
  };
}
