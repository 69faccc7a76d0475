import type { OrderReference } from '../../../domain/order.ts';
import type { CallContext } from '../../kit/call-context.ts';
import type { Batch } from '../../kit/pacing/batch.ts';
import { lookUpByKey } from '../../kit/pacing/look-up.ts';
import type { Client } from '../rest/client.ts';
import { errors } from '../rest/errors.ts';
import { exactNumber } from '../../kit/rest/exact-json.ts';
import type { Orders } from '../orders/orders.ts';
import { moved } from '../schema/answers.ts';
import type { Whereabouts } from './whereabouts.ts';

/** The vendor names no limit. */
const maxOrders = 100;

/** Words of a result that doesn't sound like a move. */
const notDone = /\b(?:not|error|invalid|fail\w*)\b/i;

/** What a move's own result says. */
type Moved = {
  /** The folder that the order was in. */
  readonly from: string | undefined;
  /** Set where the result doesn't sound like a move. */
  readonly doubt: string | undefined;
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
export function folderMoves(
  client: Client,
  orders: Orders,
  whereabouts: Whereabouts,
  windowMs: number,
) {
  const joined = new Map<string, Batch<string, Moved | undefined>>();

  /**
   * Moves one order.
   * @param mayLeave the ids of the folders from which it may be moved
   */
  async function move(
    order: OrderReference,
    destination: string,
    mayLeave: readonly string[],
    call: CallContext,
  ): Promise<MoveOutcome> {
    const { from, doubt } = await moveOne(order.id, destination, call);
    if (doubt !== undefined) await verify(order, destination, doubt, call);
    whereabouts.note(order.id, destination);
    if (from === undefined || from === destination || mayLeave.includes(from)) {
      return { kind: 'moved' };
    }
    await moveOne(order.id, from, call);
    whereabouts.note(order.id, from);
    return { kind: 'moved on', folderId: from };
  }

  async function verify(
    order: OrderReference,
    destination: string,
    doubt: string,
    call: CallContext,
  ): Promise<void> {
    const now = await orders.folderOf(order, call);
    if (now?.folderId !== destination)
      throw errors.refused(doubt, { operation: 'POST /move-orders' });
  }

  async function moveOne(id: string, destination: string, call: CallContext): Promise<Moved> {
    const moved = await to(destination).add(id, call);
    if (moved === undefined) throw errors.unconfirmed(`the move of order ${id}`);
    return moved;
  }

  function to(destination: string): Batch<string, Moved | undefined> {
    const known = joined.get(destination);
    if (known !== undefined) return known;
    const batch = lookUpByKey<Moved>(client, {
      maxItems: maxOrders,
      windowMs,
      find: async (ids, sharedBy, permit) => {
        const { value } = await client.send(permit, {
          operation: 'POST /move-orders',
          body: {
            order_id_list: ids.map(exactNumber),
            destination_folder_id: exactNumber(destination),
          },
          schema: moved,
          sharedBy,
          resultForEach: true,
        });
        return new Map(
          value.results.map(({ order_id: id, message = '', status, original_folder_id: from }) => {
            const isDone = status !== 'error' && !notDone.test(message);
            const doubt = isDone ? undefined : message || 'no reason given';
            return [id, { from, doubt }];
          }),
        );
      },
    });
    joined.set(destination, batch);
    return batch;
  }

  return { move };
}
export type FolderMoves = ReturnType<typeof folderMoves>;
