import type { Connection } from '../connections/configuration.ts';
import type { AppliedConnection } from '../temporal/apply.ts';

/** What `apply` needs to know of connections. */
export function appliedConnections(connections: readonly Connection[]): AppliedConnection[] {
  return connections
    .filter((connection) => connection.runnable)
    .map(({ id, name, source, processes, fingerprint }) => ({
      id,
      configured: {
        name,
        source: source.system === '24sevenoffice' ? '24SevenOffice' : 'Order Desk',
        warehouse: 'Ongoing WMS',
        timeZone: source.timeZone,
        fingerprint,
        processes,
      },
    }));
}
