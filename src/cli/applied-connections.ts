import type { Connection } from '../connections/configuration.ts';
import type { AppliedConnection } from '../temporal/apply.ts';

const dayMs = 86_400_000;
/** Before a run's history grows old: an order that waits for months is replayed from a short one. */
const renewal = { everyMs: dayMs, olderThanMs: 7 * dayMs };

/** What `apply` needs to know of connections. */
export function appliedConnections(connections: readonly Connection[]): AppliedConnection[] {
  return connections
    .filter((connection) => connection.runnable)
    .map(({ id, name, source, warehouse, fingerprint }) => ({
      id,
      configured: {
        name,
        source: source.systemName,
        warehouse: warehouse.systemName,
        timeZone: source.timeZone,
        fingerprint,
        processes: source.processes,
        renewal,
      },
    }));
}
