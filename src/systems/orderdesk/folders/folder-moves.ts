import type { OrderReference } from '../../../domain/order.ts';
import type { CallContext } from '../../kit/call-context.ts';
import { Batch } from '../../kit/pacing/batch.ts';
import type { Permit } from '../../kit/pacing/rate-limiter.ts';
import type { Client } from '../rest/client.ts';
import { Refusal } from '../../kit/errors/failures.ts';
import { errors } from '../rest/errors.ts';
import { exactNumber } from '../../kit/rest/exact-json.ts';
import type { Orders } from '../orders/orders.ts';
import { moved } from '../schema/answers.ts';
import { systemName } from '../system-name.ts';
import type { Whereabouts } from './whereabouts.ts';

/** The vendor names no limit. */
const maxOrders = 100;

/** What a move's own result says. */
type Moved = {
  /** The folder that the order was in. */
  readonly from: string | undefined;
  /** Set where the result doesn't sound like a move. */
  readonly doubt?: string;
};

/** What became of a move. */
export type MoveOutcome =
  | { readonly kind: 'moved' }
  /** A person had moved it meanwhile: it is back where they put it. */
  | { readonly kind: 'moved on'; readonly folderId: string };

/**
 * Moves orders between folders, joined with others that go to the same one. A move fires the store's
 * own rules (e-mails, other services), so that nothing is moved where it already is.
 */
export class FolderMoves {
  readonly #client: Client;
  readonly #orders: Orders;
  readonly #whereabouts: Whereabouts;
  readonly #windowMs: number;
  readonly #joined = new Map<string, Batch<string, Moved>>();

  constructor(client: Client, orders: Orders, whereabouts: Whereabouts, windowMs: number) {
    this.#client = client;
    this.#orders = orders;
    this.#whereabouts = whereabouts;
    this.#windowMs = windowMs;
  }

  /**
   * Moves one order.
   * @param mayLeave the ids of the folders from which it may be moved
   */
  async move(
    order: OrderReference,
    destination: string,
    mayLeave: readonly string[],
    call: CallContext,
  ): Promise<MoveOutcome> {
    const { from, doubt } = await this.#to(destination).add(order.id, call);
    if (doubt !== undefined) await this.#verify(order, destination, doubt, call);
    this.#whereabouts.note(order.id, destination);
    if (from === undefined || from === destination || mayLeave.includes(from)) {
      return { kind: 'moved' };
    }
    await this.#to(from).add(order.id, call);
    this.#whereabouts.note(order.id, from);
    return { kind: 'moved on', folderId: from };
  }

  async #verify(
    order: OrderReference,
    destination: string,
    doubt: string,
    call: CallContext,
  ): Promise<void> {
    const now = await this.#orders.folderOf(order, call);
    if (now?.folderId !== destination)
      throw errors.refused(doubt, { operation: 'POST /move-orders' });
  }

  #to(destination: string): Batch<string, Moved> {
    const known = this.#joined.get(destination);
    if (known !== undefined) return known;
    const batch = new Batch<string, Moved>({
      system: systemName,
      maxItems: maxOrders,
      windowMs: this.#windowMs,
      withPermit: async (call, request) => await this.#client.withPermit(call, request),
      request: async (ids, permit) => await this.#request(ids, destination, permit),
      splits: (failure) => failure instanceof Refusal,
    });
    this.#joined.set(destination, batch);
    return batch;
  }

  async #request(
    ids: readonly string[],
    destination: string,
    permit: Permit,
  ): Promise<readonly (Moved | Error)[]> {
    const { value } = await this.#client.send(permit, {
      operation: 'POST /move-orders',
      body: {
        order_id_list: [...new Set(ids)].map(exactNumber),
        destination_folder_id: exactNumber(destination),
      },
      schema: moved,
      sharedBy: ids.length,
      resultForEach: true,
    });
    const byId = new Map(value.results.map((result) => [result.order_id, result]));
    return ids.map((id) => {
      const result = byId.get(id);
      if (result === undefined) return errors.unconfirmed(`the move of order ${id}`);
      const { message = '', status, original_folder_id: from } = result;
      const isDone = status !== 'error' && !/\b(?:not|error|invalid|fail\w*)\b/i.test(message);
      return isDone ? { from } : { from, doubt: message === '' ? 'no reason given' : message };
    });
  }
}
