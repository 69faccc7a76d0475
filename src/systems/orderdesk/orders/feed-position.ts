import { z } from 'zod';

import { SystemFailure } from '../../../domain/system-failure.ts';
import type { FeedPosition } from '../../kit/feeds/feed-page.ts';
import { systemName } from '../system-name.ts';

const instant = z.iso.datetime();

/** What an order looked like when it was last handed out: its id, a short hash, when it was last read. */
const seenEntry = z.tuple([z.string(), z.string(), instant]);
export type SeenEntry = z.infer<typeof seenEntry>;

/** What a run reads, one list after the other. */
const lists = ['folders', 'modified', 'cancelled'] as const;
export type ListName = (typeof lists)[number];

/** A run that is under way. */
const run = z.object({
  /** The vendor's clock at the run's first request: the cursor once the run is complete. */
  startedAt: instant,
  /** The run reaches far back. */
  wide: z.boolean(),
  list: z.enum(lists),
  /** How many entries of the list have been read. */
  offset: z.number().int().nonnegative(),
  /** The largest id among them. */
  lastId: z.string().optional(),
});
export type Run = z.infer<typeof run>;

const positionSchema = z.object({
  version: z.literal(1),
  /** The vendor's clock at the first request of the last complete run. */
  cursor: instant.optional(),
  /** The same of the last complete run that reached far back. */
  wideAt: instant.optional(),
  seen: z.array(seenEntry),
  run: run.optional(),
});
/** Where the feed of orders stands. */
export type Position = z.infer<typeof positionSchema>;

/** Reads a position that was stored. Throws where this adapter didn't make it. */
export function parsePosition(stored: FeedPosition | undefined): Position {
  if (stored === undefined) return { version: 1, seen: [] };
  const parsed = positionSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw new SystemFailure(
    systemName,
    `The stored position in ${systemName}’s orders can’t be read by this version of Crossdock.`,
    { kind: 'attention', attention: 'fault in crossdock', faults: [] },
  );
}
