import type { Instant, OrderReference } from '../../domain/order.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { SystemFailure } from '../../domain/system-failure.ts';
import type { Call } from '../call.ts';
import type { Client } from './client.ts';
import { Refusal } from './errors.ts';
import { oneOrder } from './schema/answers.ts';
import { isId, type StoreOrder, type UnreadableOrder } from './schema/order.ts';
import type { Snapshots } from './snapshot.ts';
import { systemName } from './system-name.ts';
import type { Whereabouts } from './whereabouts.ts';

/** An order with when it was read, by the vendor's clock. */
interface Found {
  readonly order: StoreOrder | UnreadableOrder;
  readonly at: Instant;
}

/** Orders read one by one: the vendor can't be asked for several ids at once. */
export class Orders {
  readonly #client: Client;
  readonly #snapshots: Snapshots;
  readonly #whereabouts: Whereabouts;

  constructor(client: Client, snapshots: Snapshots, whereabouts: Whereabouts) {
    this.#client = client;
    this.#snapshots = snapshots;
    this.#whereabouts = whereabouts;
  }

  /** The order as it is now, or undefined where Order Desk no longer has it. */
  async read({ id }: OrderReference, call: Call): Promise<Snapshot | undefined> {
    const found = await this.#find(id, call);
    return found && (await this.#snapshots.of([found.order], found.at, call))[0];
  }

  /**
   * The order in the vendor's words, with its shipments, or undefined where Order Desk no longer has it.
   * @param history whether its history is read, too, which the vendor calls slow
   */
  async whole(
    { id, number }: OrderReference,
    call: Call,
    history = false,
  ): Promise<StoreOrder | undefined> {
    const order = (await this.#find(id, call, history))?.order;
    if (order === undefined || !('unreadable' in order)) return order;
    throw new SystemFailure(
      systemName,
      `${systemName} gives order ${number} without a usable ${order.unreadable}.`,
      { kind: 'retry' },
    );
  }

  /** The id of the folder that the order is in; undefined where Order Desk no longer has the order. */
  async folderOf(
    { id }: OrderReference,
    call: Call,
  ): Promise<{ readonly folderId: string | undefined } | undefined> {
    const found = await this.#find(id, call);
    return found && { folderId: found.order.folder_id };
  }

  async #find(id: string, call: Call, history = false): Promise<Found | undefined> {
    if (!isId(id)) return undefined;
    try {
      const { value, at } = await this.#client.call(call, {
        operation: 'GET /orders/{id}',
        method: 'GET',
        path: `/orders/${id}`,
        ...(history ? { query: { get_order_history: '1' } } : {}),
        schema: oneOrder,
      });
      this.#whereabouts.note(id, value.order.folder_id);
      return { order: value.order, at };
    } catch (error) {
      if (error instanceof Refusal && error.notFound) return undefined;
      throw error;
    }
  }
}
