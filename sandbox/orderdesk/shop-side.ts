import type { SourceSide } from '../control-room.ts';
import { noSuchCountry, type SourceFact } from '../facts.ts';
import type { OrderDeskSandbox, ShopOrder } from './orderdesk.ts';

/** What the sandbox's shop means by its folders, as a connection with the defaults does. */
const pulledFolders = ['New'];
const cancelledFolders = ['Canceled'];
const shippedFolder = 'Closed';

/** The simulated store as the control room and the audit see it. Orders are found by id or number. */
export function shopSide(shop: OrderDeskSandbox): SourceSide {
  const found = (order: string): ShopOrder => {
    const held = shop.order(order) ?? shop.orders().find((one) => numberOf(one) === order);
    if (held === undefined) throw new RangeError(`the simulated store has no order ${order}`);
    return held;
  };
  return {
    facts: () => shop.orders().map((order) => factOf(shop, order)),
    acts: {
      status(order, input) {
        const folder = input['status'] ?? '';
        shop.moveOrder(found(order).id, folder);
        return `Order ${order} is in the folder ${folder}.`;
      },
      edit(order) {
        const { id, order_items } = found(order);
        const [first, ...rest] = order_items;
        if (first === undefined) throw new RangeError(`order ${order} has no items`);
        const quantity = String(Number(first.quantity) + 1);
        shop.editOrder(id, { order_items: [{ ...first, quantity }, ...rest] });
        return `Order ${order} wants one more of its first item.`;
      },
      delete(order) {
        shop.deleteOrder(found(order).id);
        return `Order ${order} is deleted.`;
      },
    },
  };
}

/** What people call an order: the cart's number, or the id where the cart gave none. */
export const numberOf = (order: Pick<ShopOrder, 'id' | 'source_id'>): string =>
  order.source_id === '' ? order.id : order.source_id;

/**
 * What no integration may have done, in words; empty where it is well-behaved: an order moved into
 * one folder again though nobody had moved it meanwhile, or written anew.
 */
export function shopProblems(shop: OrderDeskSandbox): readonly string[] {
  const folders = shop.folders();
  const repeated = shop
    .orders()
    .flatMap((order) =>
      repeatedMoves(order).map(
        (to) => `Order ${numberOf(order)} was moved to ${folders[String(to)] ?? to} again.`,
      ),
    );
  const refused = shop.refusedWrites().map(({ operation }) => `${operation} was asked for.`);
  return [...repeated, ...refused];
}

/** The folders into which the interface moved an order again; a person's move begins anew. */
function repeatedMoves(order: ShopOrder): number[] {
  const seen = new Set<number>();
  const repeated: number[] = [];
  for (const { to, by } of order.moves) {
    if (by === 'person') seen.clear();
    else if (seen.has(to)) repeated.push(to);
    else seen.add(to);
  }
  return repeated;
}

function factOf(shop: OrderDeskSandbox, order: ShopOrder): SourceFact {
  const lastMove = order.moves.at(-1);
  const isOurMove = lastMove?.by === 'api' && lastMove.to === order.folder_id;
  return {
    id: order.id,
    number: numberOf(order),
    status: order.folder,
    changedAt: order.date_updated,
    wanted: pulledFolders.includes(order.folder) || isOurMove,
    cancelled: cancelledFolders.includes(order.folder),
    bad: isBad(order),
    reports: reportsOf(shop, order),
  };
}

/**
 * When the interface said that it was shipped. Several parcels are one report, so the shipments count
 * as one, at the time of the first; the move that goes with them counts only when it is repeated.
 */
function reportsOf(shop: OrderDeskSandbox, order: ShopOrder): string[] {
  const [first] = order.order_shipments.filter(({ by }) => by === 'api');
  const closings = shop.moves(order.id).filter(({ to }) => to === shippedFolder);
  const times = closings.map(({ at }) => at);
  return first === undefined ? times : [first.date_added, ...times.slice(1)];
}

/** Whether the order is one of those that are made so that they can't be mapped. */
const isBad = (order: ShopOrder): boolean =>
  order.shipping.country === noSuchCountry ||
  order.order_items.some(
    (item) => item.delivery_type === 'ship' && (item.code === '' || Number(item.quantity) <= 0),
  );
