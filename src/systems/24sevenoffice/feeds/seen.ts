import { createHash } from 'node:crypto';

import type { Instant } from '../../../domain/order.ts';
import type { SeenEntry } from './feed-position.ts';
import { wideOverlapMs } from './feed-window.ts';

/** More would make the position large; what is forgotten comes twice, which is harmless. */
const mostSeen = 2_000;
/** The vendor's rounding of times, generously. */
const slackMs = 15 * 60_000;

/** An entry that was read, and what is remembered of it; of one whose time isn't known, nothing. */
export interface Told<Entry> {
  readonly entry: Entry;
  readonly seen?: SeenEntry;
}

/**
 * What is remembered of an entry.
 * @param facts all that it says, without when it was read
 */
export const seenAs = (id: string, changedAt: Instant, facts: readonly unknown[]): SeenEntry => [
  id,
  createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12),
  changedAt,
];

/**
 * What was handed out inside the overlap that the next runs read again, so that an entry that hasn't
 * changed isn't handed out by every run.
 */
export class Seen {
  readonly #entries: Map<string, SeenEntry>;

  constructor(entries: readonly SeenEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry[0], entry]));
  }

  /** Those that weren't handed out as they are now; notes them. */
  fresh<Entry>(told: readonly Told<Entry>[]): Entry[] {
    return told
      .filter(({ seen }) => {
        if (seen === undefined) return true;
        const [id, hash] = seen;
        const isFresh = this.#entries.get(id)?.[1] !== hash;
        this.#entries.set(id, seen);
        return isFresh;
      })
      .map(({ entry }) => entry);
  }

  /** What is worth keeping for runs after the one that began then. */
  after(startedAt: Instant): SeenEntry[] {
    const oldest = Date.parse(startedAt) - wideOverlapMs - slackMs;
    return [...this.#entries.values()]
      .filter(([, , changedAt]) => Date.parse(changedAt) >= oldest)
      .sort(([, , a], [, , b]) => Date.parse(b) - Date.parse(a))
      .slice(0, mostSeen);
  }
}
