import type { Instant } from './order.ts';

/** Which end of a connection. */
export type End = 'source' | 'warehouse';

/** Something wrong with a whole connection: its orders wait, none of them needs attention. */
export type IncidentKind = 'login rejected' | 'unreachable' | 'quota spent';

export interface Incident {
  readonly end: End;
  /** The system as people call it: `24SevenOffice`. */
  readonly system: string;
  readonly kind: IncidentKind;
  readonly since: Instant;
  /** What is wrong, in words: a sentence that ends without the time. */
  readonly text: string;
  /** What the operator can do. */
  readonly todo: string;
  /** When the system is asked again. */
  readonly nextProbeAt: Instant;
}
