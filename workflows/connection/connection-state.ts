import type { ConnectionConfigured, Failing } from '../../src/domain/connection-messages.ts';
import type { End, Incident } from '../../src/domain/incident.ts';
import type { Instant } from '../../src/domain/order.ts';
import type { rulesOfToday } from '../../src/domain/order-input.ts';
import type { Sync } from '../../src/domain/syncs/syncs.ts';

/** Everything that a connection's run hands to the next one. Plain JSON. */
export interface ConnectionState {
  readonly version: 1;
  configured: ConnectionConfigured;
  incidents: Partial<Record<End, Incident>>;
  /** Ends whose trouble is over and whose waiting orders aren't told yet. */
  recovered: End[];
  failing: Partial<Record<Sync, Failing>>;
  /** Orders that wait, as counted last. */
  waitingOrders: number;
  /** When orders that have run for long are told to renew their runs. */
  nextRenewalAt?: Instant;
}

/** With what a connection's workflow starts. */
export interface ConnectionInput {
  readonly connection: string;
  readonly configured: ConnectionConfigured;
  /** As for an order's run; one without it, begun by 0.1.0, doesn't write its stage. */
  readonly rules?: typeof rulesOfToday;
  readonly state?: ConnectionState;
}

export const newConnectionState = (configured: ConnectionConfigured): ConnectionState => ({
  version: 1,
  configured,
  incidents: {},
  recovered: [],
  failing: {},
  waitingOrders: 0,
});
