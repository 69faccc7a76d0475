import { createHash } from 'node:crypto';

import type { Instant } from '../../../domain/order.ts';
import type { SeenEntry } from './position.ts';

/** More would make the position large; what is forgotten comes twice, which is harmless. */
const mostSeen = 2_000;

/** An entry that was read, and what is remembered of it; of one whose time isn't known, nothing. */
export interface ReadEntry<Entry> {
  readonly entry: Entry;
  readonly seen?: SeenEntry;
}

/**
 * What is remembered of an entry.
 * @param facts all that it says, without when it was read
 * @param at when it had changed, or was read: by it the entry is forgotten
 */
export const seenAs = (id: string, at: Instant, facts: readonly unknown[]): SeenEntry => [
  id,
  createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12),
  at,
];

/**
 * What was handed out inside the overlap that the next runs read again, so that an entry that hasn't
 * changed isn't handed out by every run.
 */
export class Seen {
  readonly #entries: Map<string, SeenEntry>;
  readonly #rememberedMs: number;

  /** @param rememberedMs how long before a run begins an entry may have changed to be remembered after it */
  constructor(entries: readonly SeenEntry[], rememberedMs: number) {
    this.#entries = new Map(entries.map((entry) => [entry[0], entry]));
    this.#rememberedMs = rememberedMs;
  }

  /** Those that weren't handed out as they are now; notes all of them. */
  fresh<Entry>(read: readonly ReadEntry<Entry>[]): Entry[] {
    return read
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
    const oldest = Date.parse(startedAt) - this.#rememberedMs;
    return [...this.#entries.values()]
      .filter(([, , at]) => Date.parse(at) >= oldest)
      .sort(([, , a], [, , b]) => Date.parse(b) - Date.parse(a))
      .slice(0, mostSeen);
  }
}
