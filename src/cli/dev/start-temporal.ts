import { join } from 'node:path';

import { searchAttributes } from '../../domain/names.ts';
import { findDevelopmentServer } from '../../temporal/development-server/find.ts';
import { progressPrinter } from '../../temporal/development-server/progress.ts';
import { startDevelopmentServer } from '../../temporal/development-server/start.ts';

/** A Temporal server that `dev` uses. */
export interface StartedTemporal {
  readonly address: string;
  readonly namespace: string;
  /** The root of the Web UI, where it is known. */
  readonly webUi: string | undefined;
  /** Resolves with the reason when it ends. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

const never = new Promise<string>(() => {});

/** Finds or makes the development server and starts it; a server at TEMPORAL_ADDRESS is used as it is. */
export async function startTemporal(folder: string, signal: AbortSignal): Promise<StartedTemporal> {
  const namespace = process.env['TEMPORAL_NAMESPACE'] ?? 'default';
  const found = await find();
  if (found.kind === 'address') {
    const { address } = found;
    return { address, namespace, webUi: undefined, ended: never, stop: async () => {} };
  }
  signal.throwIfAborted();
  const server = await startDevelopmentServer({
    executable: found,
    dbFile: join(folder, 'temporal.db'),
    namespace,
    searchAttributes,
  });
  return {
    address: server.address,
    namespace,
    webUi: server.uiUrl,
    ended: server.exited.then((code) => `Temporal’s development server ended with code ${code}`),
    stop: server.stop,
  };
}

async function find() {
  const progress = progressPrinter(process.stderr);
  try {
    return await findDevelopmentServer({ env: process.env, onStep: progress.onStep });
  } finally {
    progress.done();
  }
}
