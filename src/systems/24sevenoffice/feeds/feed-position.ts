import { z } from 'zod';

import { SystemFailure } from '../../../domain/system-failure.ts';
import type { FeedPosition } from '../../kit/feeds/feed-page.ts';
import { systemName } from '../system-name.ts';

const instant = z.iso.datetime();

/** What an entry looked like when it was last handed out: its id, a short hash, when it had changed. */
const seenEntry = z.tuple([z.string(), z.string(), instant]);
export type SeenEntry = z.infer<typeof seenEntry>;

/** A run that is read in pages: the ids are listed again after a crash, so that they needn't be here. */
const pagedRun = z.object({
  /** The vendor's clock at the run's first request: the cursor once the run is complete. */
  startedAt: instant,
  /** From when; absent in a run that takes all there is: of orders, those now in the pulled statuses. */
  changedAfter: instant.optional(),
  /** All there is, as far as it is wanted: nothing is followed yet. */
  first: z.boolean(),
  /** The run reaches back by the long overlap. */
  wide: z.boolean(),
  /** Ids up to this one are done. */
  afterId: z.number().int(),
});
export type PagedRun = z.infer<typeof pagedRun>;

const positionSchema = z.object({
  version: z.literal(1),
  /** The vendor's clock at the first request of the last complete run. */
  cursor: instant.optional(),
  /** The same of the last complete run that reached back by the long overlap. */
  wideAt: instant.optional(),
  seen: z.array(seenEntry),
  run: pagedRun.optional(),
});
/** Where a feed stands. */
export type Position = z.infer<typeof positionSchema>;

/**
 * Reads a position that was stored. Throws where this adapter didn't make it.
 * @param what the feed's entries, as people call them: `orders`
 */
export function parsePosition(stored: FeedPosition | undefined, what: string): Position {
  if (stored === undefined) return { version: 1, seen: [] };
  const parsed = positionSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw new SystemFailure(
    systemName,
    `The stored position in ${systemName}’s ${what} can’t be read by this version of Crossdock.`,
    { kind: 'attention', attention: 'fault in crossdock', faults: [] },
  );
}
