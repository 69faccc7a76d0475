import type { Instant } from '../../../domain/order.ts';
import type { Position } from './feed-position.ts';

const minute = 60_000;
const hour = 60 * minute;

/** In every run: the vendor rounds the time of a change to the minute. */
const overlapMs = 10 * minute;
/** Once an hour: covers a misunderstanding about zones, which the documentation leaves open. */
export const wideOverlapMs = 3 * hour;
const wideEveryMs = hour;
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
  if (position.cursor === undefined) {
    const from = since === undefined ? {} : { changedAfter: earlier(since, wideOverlapMs) };
    return { ...from, first: true, wide: true, whole: false };
  }
  const wide =
    position.wideAt === undefined || vendorNowMs - Date.parse(position.wideAt) >= wideEveryMs;
  return {
    changedAfter: earlier(position.cursor, wide ? wideOverlapMs : overlapMs),
    first: false,
    wide,
    whole: vendorNowMs - Date.parse(position.cursor) <= longestWholeMs,
  };
}

const earlier = (instant: Instant, byMs: number): Instant =>
  new Date(Date.parse(instant) - byMs).toISOString();
