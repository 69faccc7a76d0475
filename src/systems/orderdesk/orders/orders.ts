import type { Instant, OrderReference } from '../../../domain/order.ts';
import type { Snapshot } from '../../../domain/snapshot.ts';
import type { CallContext } from '../../kit/call-context.ts';
import type { Client } from '../rest/client.ts';
import { errors } from '../rest/errors.ts';
import { Refusal } from '../../kit/errors/failures.ts';
import type { OrderSearch } from './order-search.ts';
import { oneOrder } from '../schema/answers.ts';
import { isId, type StoreOrder, type UnreadableOrder } from '../schema/order.ts';
import type { Snapshots } from './snapshot.ts';
import type { Whereabouts } from '../folders/whereabouts.ts';

/** An order with when it was read, by the vendor's clock. */
interface Found {
  readonly order: StoreOrder | UnreadableOrder;
  readonly at: Instant;
}

/** Orders read one by one: the vendor can't be asked for several ids at once. */
export function ordersOf(
  client: Client,
  snapshots: Snapshots,
  whereabouts: Whereabouts,
  search: OrderSearch,
) {
  /** The order as it is now, or undefined where Order Desk no longer has it. */
  async function read({ id }: OrderReference, call: CallContext): Promise<Snapshot | undefined> {
    const found = await find(id, call);
    return found && (await snapshots.of([found.order], found.at, call))[0];
  }

  /** The order in the vendor's words, with its shipments; undefined where Order Desk no longer has it. */
  async function whole({ id }: OrderReference, call: CallContext): Promise<StoreOrder | undefined> {
    const order = (await find(id, call))?.order;
    return order === undefined ? undefined : readable(order);
  }

  /**
   * The order with its history: looked for by the shop's number, which costs one call, else by the
   * second in which it came.
   * Without history where the store has the order and lists it nowhere.
   */
  async function withHistory(
    order: OrderReference,
    call: CallContext,
  ): Promise<StoreOrder | undefined> {
    const { id, number } = order;
    const byNumber = await search.bySourceId(id, number, call);
    if (byNumber !== undefined) return readable(byNumber);
    const now = await whole(order, call);
    if (now === undefined) return undefined;
    const { source_id: sourceId } = now;
    const found =
      (sourceId === undefined || sourceId === number
        ? undefined
        : await search.bySourceId(id, sourceId, call)) ?? (await search.byArrival(now, call));
    return found === undefined ? now : readable(found);
  }

  /** The id of the folder that the order is in; undefined where Order Desk no longer has the order. */
  async function folderOf(
    { id }: OrderReference,
    call: CallContext,
  ): Promise<{ readonly folderId: string | undefined } | undefined> {
    const found = await find(id, call);
    return found && { folderId: found.order.folder_id };
  }

  async function find(id: string, call: CallContext): Promise<Found | undefined> {
    if (!isId(id)) return undefined;
    try {
      const { value, at } = await client.call(call, {
        operation: 'GET /orders/{id}',
        ids: { id },
        schema: oneOrder,
      });
      whereabouts.note(id, value.order.folder_id);
      return { order: value.order, at };
    } catch (error) {
      if (error instanceof Refusal && error.notFound) return undefined;
      throw error;
    }
  }

  return { read, whole, withHistory, folderOf };
}
export type Orders = ReturnType<typeof ordersOf>;

function readable(order: StoreOrder | UnreadableOrder): StoreOrder {
  if (!('unreadable' in order)) return order;
  throw errors.retry(`gives order ${order.id} without a usable ${order.unreadable}`);
}
