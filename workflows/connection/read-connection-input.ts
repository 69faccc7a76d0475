import { readConfigured, readIncident, tableOf } from '../../src/domain/reading/read-connection.ts';
import { readEnd } from '../../src/domain/reading/read-failure-details.ts';
import { readRules } from '../../src/domain/reading/read-order-input.ts';
import { list, maybe, members, number, type Read, text } from '../../src/domain/reading/read.ts';
import type { Failing } from '../../src/domain/connection-messages.ts';
import { syncNames } from '../../src/domain/syncs/syncs.ts';
import type { ConnectionInput, ConnectionState } from './connection-state.ts';

const readVersion = members<{ version: number }>({ version: number });

const lasting = members<Omit<ConnectionState, 'version'>>({
  configured: readConfigured,
  incidents: tableOf(['source', 'warehouse'], readIncident),
  recovered: list(readEnd),
  failing: tableOf(syncNames, members<Failing>({ times: number, since: text, text })),
  waitingOrders: number,
  nextRenewalAt: maybe(text),
});

/**
 * The state that the run before handed over.
 * @throws Error where a newer version wrote it. The workflow task fails with it and is tried again:
 *   nothing is lost, and a worker that can read it goes on.
 */
const readState: Read<ConnectionState> = (stored, at) => {
  const { version } = readVersion(stored, at);
  if (version === 1) return { version, ...lasting(stored, at) };
  throw new Error(
    `This connection’s state has version ${version}, and this worker understands 1. A newer Crossdock wrote it: start workers of that version again.`,
  );
};

export const readConnectionInput = members<ConnectionInput>({
  connection: text,
  configured: readConfigured,
  rules: maybe(readRules),
  state: maybe(readState),
});
