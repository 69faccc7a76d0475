import type { ConnectionStatus } from '../../src/domain/connection-messages.ts';
import { syncNames } from '../../src/domain/syncs/syncs.ts';
import type { ConnectionState } from './connection-state.ts';

/** The answer to the query `status`. */
export function connectionStatus(connection: string, state: ConnectionState): ConnectionStatus {
  return {
    connection,
    name: state.configured.name,
    incidents: Object.values(state.incidents),
    failing: syncNames.flatMap((process) => {
      const failing = state.failing[process];
      return failing === undefined ? [] : [{ process, ...failing }];
    }),
  };
}
