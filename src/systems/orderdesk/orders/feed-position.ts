import { z } from 'zod';

import type { FeedPosition } from '../../kit/feeds/feed-page.ts';
import { overlappingPosition, readPosition, runMembers } from '../../kit/feeds/position.ts';
import { systemName } from '../system-name.ts';

/** What a run reads, one list after the other. */
const lists = ['folders', 'modified', 'cancelled'] as const;

/** A run that is under way. */
const run = z.object({
  ...runMembers,
  list: z.enum(lists),
  /** How many entries of the list have been read. */
  offset: z.number().int().nonnegative(),
  /** The largest id among them. */
  lastId: z.string().optional(),
});
export type Run = z.infer<typeof run>;

const positionSchema = overlappingPosition(run);
/** Where the feed of orders stands. */
export type Position = z.infer<typeof positionSchema>;

/** Reads a position that was stored. Throws where this version can't. */
export const parsePosition = (stored: FeedPosition | undefined): Position =>
  readPosition(
    stored,
    positionSchema,
    { version: 1, seen: [] },
    {
      system: systemName,
      what: 'orders',
    },
  );
