import type { End, Incident } from './incident.ts';
import type { Instant } from './order.ts';
import type { Sync } from './syncs/syncs.ts';

/** What `apply` tells a connection's workflow. */
export interface ConnectionConfigured {
  readonly name: string;
  /** The systems as people call them. */
  readonly source: string;
  readonly warehouse: string;
  /** In which operators read times. */
  readonly timeZone: string;
  /** Changes when the connection points at other accounts or systems. */
  readonly fingerprint: string;
  readonly processes: Readonly<
    Partial<Record<Sync, { readonly enabled: boolean; readonly everyMs: number }>>
  >;
  /**
   * How often orders are told to renew their runs, and for how long a run has gone on by then. Without
   * it (0.1.0 said nothing) nobody tells them.
   */
  readonly renewal?: { readonly everyMs: number; readonly olderThanMs: number };
}

export interface IncidentClosed {
  readonly end: End;
  readonly at: Instant;
}

export interface ProcessFailed {
  readonly process: Sync;
  readonly text: string;
  readonly at: Instant;
}

export interface ProcessRecovered {
  readonly process: Sync;
  readonly at: Instant;
}

/** Runs of one process that failed one after another. */
export interface Failing {
  readonly times: number;
  readonly since: Instant;
  readonly text: string;
}

/** The answer to the query `status` of a connection. */
export interface ConnectionStatus {
  readonly connection: string;
  readonly name: string;
  readonly incidents: readonly Incident[];
  readonly failing: readonly (Failing & { readonly process: Sync })[];
}
