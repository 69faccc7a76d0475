import { createHash } from 'node:crypto';

import type { OrderReference } from '../../../domain/order.ts';
import type { SourceNote } from '../../../domain/source-note.ts';
import type { CallContext } from '../../kit/call-context.ts';
import type { Client } from '../rest/client.ts';
import type { FolderMoves } from '../folders/folder-moves.ts';
import type { FolderCache } from '../folders/folders.ts';
import type { Orders } from './orders.ts';
import { done } from '../schema/answers.ts';

/** The vendor takes 2,000 with what it adds itself. */
const longest = 1_750;

/**
 * Leaves notes in an order's history, which is the one place that can be added to without writing the
 * whole order. Each carries a short mark of its fact, by which the next attempt finds it.
 */
export function notesOf(client: Client, orders: Orders, folders: FolderCache, moves: FolderMoves) {
  /** Tells it once; an order that needs attention is moved to its folder, where there is one. */
  async function tell(order: OrderReference, note: SourceNote, call: CallContext): Promise<void> {
    const now = await orders.withHistory(order, call);
    if (now === undefined) return;
    const mark = markOf(note.key);
    const isTold = (now.order_history ?? []).some((entry) => entry.note?.includes(mark) === true);
    if (!isTold) {
      await client.call(call, {
        operation: 'POST /orders/{id}/order-history',
        ids: { id: order.id },
        body: { note: withMark(note.text, mark), source_name: 'Crossdock' },
        schema: done,
      });
    }
    if (note.kind === 'attention') await setAside(order, now.folder_id, call);
  }

  async function setAside(
    order: OrderReference,
    folderId: string | undefined,
    call: CallContext,
  ): Promise<void> {
    const { onError, pulled, afterImport } = await folders.read(call);
    const mayLeave = [...pulled, ...(afterImport === undefined ? [] : [afterImport])];
    if (onError === undefined || folderId === undefined || folderId === onError) return;
    if (mayLeave.includes(folderId)) await moves.move(order, onError, mayLeave, call);
  }

  return { tell };
}

/** Ten characters tell the facts of one order apart. */
const markOf = (key: string): string =>
  `[crossdock ${createHash('sha256').update(key).digest('hex').slice(0, 10)}]`;

function withMark(text: string, mark: string): string {
  const room = longest - mark.length - 1;
  const shown = text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`;
  return `${shown} ${mark}`;
}
