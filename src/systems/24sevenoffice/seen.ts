import { createHash } from 'node:crypto';

import type { Instant } from '../../domain/order.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { SeenEntry } from './feed-position.ts';
import { wideOverlapMs } from './feed-window.ts';

/** More would make the position large; what is forgotten comes twice, which is harmless. */
const mostSeen = 2_000;
/** The vendor's rounding of times, generously. */
const slackMs = 15 * 60_000;

/**
 * What was handed out inside the overlap that the next runs read again, so that an order that hasn't
 * changed isn't handed out by every run.
 */
export class Seen {
  readonly #entries: Map<string, SeenEntry>;

  constructor(entries: readonly SeenEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry[0], entry]));
  }

  /** Those that weren't handed out as they are now; notes them. */
  fresh(snapshots: readonly Snapshot[]): Snapshot[] {
    return snapshots.filter((snapshot) => {
      const hash = shortHash(snapshot);
      if (this.#entries.get(snapshot.id)?.[1] === hash) return false;
      this.#entries.set(snapshot.id, [snapshot.id, hash, snapshot.changedAt]);
      return true;
    });
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

/** Of all that a snapshot says, without when it was read. */
const shortHash = ({ changedAt, status, standing, hash, faults }: Snapshot): string =>
  createHash('sha256')
    .update(JSON.stringify([changedAt, status, standing, hash, faults]))
    .digest('hex')
    .slice(0, 12);
