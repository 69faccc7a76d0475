import { type Overlap, windowStart } from '../../kit/feeds/position.ts';
import { earlier } from '../../kit/vendor-time.ts';
import type { Folders } from '../folders/folders.ts';
import { vendorTime } from '../vendor-time.ts';
import type { Position, Run } from './feed-position.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Usually: the vendor's times are whole seconds. Far back: the vendor's texts disagree on whether the
 * filters are in UTC or in the store's zone, which may be up to twelve hours behind it.
 */
const overlap: Overlap = { usualMs: 10 * minute, wideMs: 13 * hour };
/** How long an order is remembered: the overlap; runs may be late, and only one in an hour reaches far back. */
export const rememberedMs = overlap.wideMs + 3 * hour;
/** How old an order may be to be looked for among the cancelled ones. */
const cancelledForMs = 60 * day;

/**
 * The filters of the list that a run reads; undefined where it doesn't read that one.
 *
 * `folders`: all orders in the folders from which they are taken, without a window, so that nothing is
 * ever missed. `modified`: what changed, moved or was cancelled among the orders that have left them;
 * a first run follows nothing yet. `cancelled`: once an hour, because nobody knows for certain whether
 * a move alone changes an order's time.
 */
export function filtersOf(
  { list, wide, startedAt }: Run,
  position: Position,
  folders: Folders,
): Readonly<Record<string, string>> | undefined {
  if (list === 'folders') return { folder_id: folders.pulled.join(',') };
  if (position.cursor === undefined) return undefined;
  if (list === 'modified') {
    return { modified_start_date: vendorTime(windowStart(position.cursor, wide, overlap)) };
  }
  if (!wide || folders.cancelled.length === 0) return undefined;
  return {
    folder_id: folders.cancelled.join(','),
    search_start_date: vendorTime(earlier(startedAt, cancelledForMs)),
  };
}

/** The list that a run reads after this one. */
export const nextList: Readonly<Record<Run['list'], Run['list'] | undefined>> = {
  folders: 'modified',
  modified: 'cancelled',
  cancelled: undefined,
};
