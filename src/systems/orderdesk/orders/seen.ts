import { createHash } from 'node:crypto';

import type { Instant } from '../../../domain/order.ts';
import type { Snapshot } from '../../../domain/snapshot.ts';
import type { SeenEntry } from './feed-position.ts';
import { wideOverlapMs } from './order-lists.ts';

/** More would make the position large; what is forgotten comes twice, which is harmless. */
const mostSeen = 2_000;
/** Runs may be late, and only one in an hour reaches far back. */
const slackMs = 3 * 60 * 60_000;

/**
 * What was handed out, so that an order that stays in its folder, or comes back because of our own
 * notes and moves, isn't handed out by every run. Times of change don't count, they are bumped by us.
 */
export class Seen {
  readonly #entries: Map<string, SeenEntry>;

  constructor(entries: readonly SeenEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry[0], entry]));
  }

  /** Those that weren't handed out as they are now; notes all of them. */
  fresh(snapshots: readonly Snapshot[], startedAt: Instant): Snapshot[] {
    return snapshots.filter((snapshot) => {
      const hash = hashOf(snapshot);
      const isFresh = this.#entries.get(snapshot.id)?.[1] !== hash;
      this.#entries.set(snapshot.id, [snapshot.id, hash, startedAt]);
      return isFresh;
    });
  }

  /** What is worth keeping for the runs after the one that began then. */
  after(startedAt: Instant): SeenEntry[] {
    const oldest = Date.parse(startedAt) - wideOverlapMs - slackMs;
    return [...this.#entries.values()]
      .filter(([, , readAt]) => Date.parse(readAt) >= oldest)
      .sort(([, , a], [, , b]) => Date.parse(b) - Date.parse(a))
      .slice(0, mostSeen);
  }
}

const hashOf = ({ number, status, standing, hash, faults }: Snapshot): string =>
  createHash('sha256')
    .update(JSON.stringify([number, status, standing, hash, faults]))
    .digest('hex')
    .slice(0, 12);
