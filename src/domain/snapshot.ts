import { areComparable } from './hash-version.ts';
import type { MappingProblem } from './mapping-problem.ts';
import type { Instant, Order, OrderReference } from './order.ts';

/**
 * Where an order stands at its source, seen from the warehouse:
 * - `pulled`: in a status (or folder) from which orders are taken. Only this one may start a lifecycle.
 * - `ours`: in a status that Crossdock itself writes; it counts as wanted but starts nothing.
 * - `cancelled`: in a status that means the goods must not go.
 * - `elsewhere`: any other; somebody moved it on by hand.
 */
export type SourceState = 'pulled' | 'ours' | 'cancelled' | 'elsewhere';

/** An order as read from the source at one moment. */
export interface Snapshot extends OrderReference {
  /** When the source says it last changed. */
  readonly changedAt: Instant;
  /** When it was read, by the source's own clock. */
  readonly readAt: Instant;
  /** The source's own word for its status. */
  readonly status: string;
  readonly standing: SourceState;
  /** Of the mapped order, without what Crossdock writes itself; empty where nothing was mapped. */
  readonly hash: string;
  /** Present where the standing is `pulled` or `ours` and everything could be mapped. */
  readonly order?: Order;
  /** Why there is no `order`; empty otherwise. */
  readonly faults: readonly MappingProblem[];
}

/** Whether `a` is older than `b`, so that what it says no longer counts. */
export function isOlder(
  a: Pick<Snapshot, 'changedAt' | 'readAt'>,
  b: Pick<Snapshot, 'changedAt' | 'readAt'>,
): boolean {
  if (a.changedAt !== b.changedAt) return Date.parse(a.changedAt) < Date.parse(b.changedAt);
  return Date.parse(a.readAt) < Date.parse(b.readAt);
}

/** Our last writes at the source come about when a life ends, by clocks that needn't agree. */
const ownChangesMs = 5 * 60_000;

/**
 * Whether a reading says something that a life which ended with `seen` hasn't heard. Where its hash is
 * of another version, only a change of status or one after the end counts: our own last writes, too,
 * bump the source's time of change.
 */
export function bringsNews(
  snapshot: Snapshot,
  seen: Pick<Snapshot, 'changedAt' | 'readAt' | 'hash' | 'status'>,
  endedAt: Instant,
): boolean {
  if (isOlder(snapshot, seen)) return false;
  if (snapshot.status !== seen.status) return true;
  if (areComparable(snapshot.hash, seen.hash)) {
    return snapshot.changedAt !== seen.changedAt || snapshot.hash !== seen.hash;
  }
  return (
    snapshot.changedAt !== seen.changedAt &&
    Date.parse(snapshot.changedAt) > Date.parse(endedAt) + ownChangesMs
  );
}
