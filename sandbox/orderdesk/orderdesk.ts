import type { SandboxVendor } from '../vendor.ts';
import { answer, operationNames, routeOf } from './answer.ts';
import { createBucket } from './bucket.ts';
import type { Desk } from './desk.ts';
import { moveOrder } from './desk.ts';
import { orderDeskFaultKinds, orderDeskFaultReply } from './fault-replies.ts';
import type { OrderDeskOptions } from './options.ts';
import { defaultOrderDeskOptions } from './options.ts';
import { orderView } from './order-view.ts';
import type { NewItem, NewOrder, OrderInput } from './people.ts';
import { addInventoryItem, addOrder, editOrder, folderIdOf } from './people.ts';
import type { InventoryItem, OrderRecord, Shipment } from './records.ts';
import type { NewShipment } from './shipments.ts';
import { addShipment } from './shipments.ts';
import { OrderDeskStore } from './store.ts';
import { postedOrder } from './webhook.ts';

/** An order as tests and people see it: the wire's names, instants, and the name of its folder. */
export type ShopOrder = OrderRecord & { readonly folder: string };

/**
 * A simulated Order Desk store, with what its people do there. A method that changes something
 * throws a `RangeError` for an order, an item or a folder that isn't there.
 */
export type OrderDeskSandbox = ReturnType<typeof createOrderDesk>;

/** A simulated Order Desk store. Its URLs are `/orderdesk/api/v2/…`. */
export function createOrderDesk(given: Partial<OrderDeskOptions> = {}) {
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

  const vendor: SandboxVendor = {
    name: 'orderdesk',
    operationOf: (request) => routeOf(request).name,
    operations: operationNames,
    laneOf: (request) => request.headers['orderdesk-store-id'],
    handle: (request) => answer(desk, bucket, request),
    faultReply: orderDeskFaultReply,
    faultKinds: orderDeskFaultKinds,
    state: () => store.state,
    restore: (state) => store.restore(state),
  };

  return {
    ...vendor,
    name: 'orderdesk' as const,
    options,
    now: () => options.now(),

    addOrder: (order: NewOrder): ShopOrder => told(addOrder(desk, order)),
    editOrder(id: string, change: OrderInput): ShopOrder {
      const order = found(id);
      editOrder(desk, order, change);
      return told(order);
    },
    /** By a person, into a folder by its name. */
    moveOrder: (id: string, folder: string): void =>
      moveOrder(desk, found(id), folderIdOf(desk, folder), 'person'),
    deleteOrder: (id: string): void => void store.deleteOrder(found(id).id),
    order(id: string): ShopOrder | undefined {
      const order = store.order(id);
      return order && told(order);
    },
    orders: (): readonly ShopOrder[] => store.state.orders.map(told),
    /** The notes that were added through the interface, oldest first. `at` is an instant. */
    notes: (id: string) =>
      found(id)
        .order_history.filter(({ kind }) => kind === 'note')
        .map(({ date_added: at, note, source_name: sourceName }) => ({ at, note, sourceName })),
    shipments: (id: string): readonly Shipment[] => structuredClone(found(id).order_shipments),
    /** By a person. False where the order has a shipment with this tracking number. */
    addShipment: (id: string, shipment: NewShipment): boolean =>
      addShipment(desk, found(id), shipment, 'person'),
    /** The moves that were made through the interface, oldest first; of one order or of all. */
    moves: (id?: string) =>
      (id === undefined ? store.state.orders : [found(id)])
        .flatMap(({ moves }) => moves.filter(({ by }) => by === 'api'))
        .map((move) => ({
          ...move,
          from: store.folderName(move.from),
          to: store.folderName(move.to),
        })),
    /** The calls that an integration must never make, and that were refused. */
    refusedWrites: () => structuredClone(store.state.refusedWrites),

    addInventoryItem: (item: NewItem): InventoryItem =>
      structuredClone(addInventoryItem(desk, item)),
    /** By its code. */
    inventoryItem: (code: string): InventoryItem | undefined =>
      structuredClone(store.itemByCode(code)),
    inventoryItems: (): readonly InventoryItem[] => structuredClone(store.state.items),
    /** Names by id. */
    folders: (): Readonly<Record<string, string>> => ({ ...store.state.folders }),
    renameFolder(name: string, to: string): void {
      store.state.folders[String(folderIdOf(desk, name))] = to;
    },
    /** A person makes a new key; the old one is refused from now on. */
    setApiKey(key: string): void {
      store.state.apiKey = key;
    },
    /** What a rule of the store posts of an order: to be sent to a webhook. */
    postOrderJson: (id: string) =>
      postedOrder(
        orderView(found(id), options.storeId),
        options.storeId,
        store.state.apiKey ?? options.apiKey,
      ),
  };
}
