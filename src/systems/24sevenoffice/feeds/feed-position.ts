import { z } from 'zod';

import type { FeedPosition } from '../../kit/feeds/feed-page.ts';
import { overlappingPosition, readPosition, runMembers } from '../../kit/feeds/position.ts';
import { systemName } from '../system-name.ts';

/** A run that is read in pages: the ids are listed again after a crash, so that they needn't be here. */
const pagedRun = z.object({
  ...runMembers,
  /** From when; absent in a run that takes all there is: of orders, those now in the pulled statuses. */
  changedAfter: z.iso.datetime().optional(),
  /** All there is, as far as it is wanted: nothing is followed yet. */
  first: z.boolean(),
  /** Ids up to this one are done. */
  afterId: z.number().int(),
});
export type PagedRun = z.infer<typeof pagedRun>;

const positionSchema = overlappingPosition(pagedRun);
/** Where a feed stands. */
export type Position = z.infer<typeof positionSchema>;

/** The position before a first run. */
export const start: Position = { version: 1, seen: [] };

/**
 * Reads a position that was stored. Throws where this version can't.
 * @param what the feed's entries, as people call them: `orders`
 */
export const parsePosition = (stored: FeedPosition | undefined, what: string): Position =>
  readPosition(stored, positionSchema, start, { system: systemName, what });
