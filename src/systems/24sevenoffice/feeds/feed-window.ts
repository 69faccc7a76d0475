import type { Instant } from '../../../domain/order.ts';
import { isWide, type Overlap, windowStart } from '../../kit/feeds/position.ts';
import { earlier } from '../../kit/vendor-time.ts';
import type { Position } from './feed-position.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * Usually: the vendor rounds the time of a change to the minute. Far back: covers a misunderstanding
 * about zones, which the documentation leaves open.
 */
const overlap: Overlap = { usualMs: 10 * minute, wideMs: 3 * hour };
/** How long an entry is remembered: the overlap, and the vendor's rounding of times, generously. */
export const rememberedMs = overlap.wideMs + 15 * minute;
/** A gap up to this is read in one request, a longer one by id in pages. */
const longestWholeMs = hour;

/** From when a run reads, and how. */
export interface FeedWindow {
  readonly changedAfter?: Instant;
  readonly first: boolean;
  readonly wide: boolean;
  readonly whole: boolean;
}

/**
 * The window of the next run.
 * @param since what changed before isn't taken: where a first run begins
 * @param vendorNowMs the vendor's clock as far as it is known. It only chooses the overlap and the way
 *   of reading, never the cursor
 */
export function nextWindow(
  position: Position,
  since: Instant | undefined,
  vendorNowMs: number,
): FeedWindow {
  const { cursor } = position;
  if (cursor === undefined) {
    const changedAfter = since === undefined ? undefined : earlier(since, overlap.wideMs);
    return { changedAfter, first: true, wide: true, whole: false };
  }
  const wide = isWide(position, vendorNowMs);
  return {
    changedAfter: windowStart(cursor, wide, overlap),
    first: false,
    wide,
    whole: vendorNowMs - Date.parse(cursor) <= longestWholeMs,
  };
}
