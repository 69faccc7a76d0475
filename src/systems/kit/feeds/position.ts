import { z } from 'zod';

import type { Instant } from '../../../domain/order.ts';
import { SystemFailure } from '../../../domain/system-failure.ts';
import { earlier } from '../vendor-time.ts';
import type { FeedPosition } from './feed-page.ts';

const instant = z.iso.datetime();

/** What an entry looked like when it was last handed out: its id, a short hash, and a time of it. */
const seenEntry = z.tuple([z.string(), z.string(), instant]);
export type SeenEntry = z.infer<typeof seenEntry>;

/**
 * Where a feed stands whose runs reach back over the one before. Stored in the results of scheduled
 * runs: a shape that was stored once is read for ever.
 * @param run what is kept of a run that is read in pages
 */
export const overlappingPosition = <Run extends z.ZodType>(run: Run) =>
  z.object({
    version: z.literal(1),
    /** The vendor's clock at the first request of the last complete run. */
    cursor: instant.optional(),
    /** The same of the last complete run that reached far back. */
    wideAt: instant.optional(),
    seen: z.array(seenEntry),
    run: run.optional(),
  });

/** What every such position has, whatever its runs are. */
export type OverlappingPosition = z.infer<ReturnType<typeof overlappingPosition<z.ZodUnknown>>>;

/** The members of a run that is under way which every feed has. */
export const runMembers = {
  /** The vendor's clock at the run's first request: the cursor once the run is complete. */
  startedAt: instant,
  /** The run reaches far back. */
  wide: z.boolean(),
};

/** How far runs reach back: usually, and once an hour. */
export interface Overlap {
  readonly usualMs: number;
  readonly wideMs: number;
}

const wideEveryMs = 60 * 60_000;

/** Whether the next run reaches far back. */
export const isWide = ({ wideAt }: OverlappingPosition, vendorNowMs: number): boolean =>
  wideAt === undefined || vendorNowMs - Date.parse(wideAt) >= wideEveryMs;

/** From when a run reads, which follows one that began at the cursor. */
export const windowStart = (
  cursor: Instant,
  wide: boolean,
  { usualMs, wideMs }: Overlap,
): Instant => earlier(cursor, wide ? wideMs : usualMs);

/** Where a feed stands after a complete run: the cursor moves to where the run began. */
export const afterRun = (
  { wideAt }: OverlappingPosition,
  { startedAt, wide }: { readonly startedAt: Instant; readonly wide: boolean },
  seen: SeenEntry[],
) => ({ version: 1 as const, cursor: startedAt, wideAt: wide ? startedAt : wideAt, seen });

/**
 * Reads a position that was stored, `start` where there is none. Throws where this version can't.
 * @param what the feed's entries, as people call them: `orders`
 */
export function readPosition<Schema extends z.ZodType>(
  stored: FeedPosition | undefined,
  schema: Schema,
  start: z.output<Schema>,
  { system, what }: { readonly system: string; readonly what: string },
): z.output<Schema> {
  if (stored === undefined) return start;
  const parsed = schema.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw new SystemFailure(
    system,
    `The stored position in ${system}’s ${what} can’t be read by this version of Crossdock.`,
    { kind: 'attention', attention: 'fault in crossdock', faults: [] },
  );
}
