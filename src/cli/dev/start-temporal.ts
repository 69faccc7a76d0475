import { join } from 'node:path';

import { searchAttributes } from '../../domain/names.ts';
import { DatabaseOfAnotherVersion } from '../../temporal/development-server/database.ts';
import { findDevelopmentServer } from '../../temporal/development-server/find.ts';
import { NamedExecutableUnusable } from '../../temporal/development-server/not-found.ts';
import { progressPrinter } from '../../temporal/development-server/progress-printer.ts';
import {
  DevelopmentServerFailed,
  startDevelopmentServer,
} from '../../temporal/development-server/start.ts';
import { Problem } from '../problem.ts';

/** A Temporal server that `dev` uses. */
export interface StartedTemporal {
  readonly address: string;
  readonly namespace: string;
  /** The root of the Web UI, where it is known. */
  readonly webUi: string | undefined;
  /** Resolves with the reason, should it end by itself. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

const never = new Promise<string>(() => {});

/** Finds or makes the development server and starts it; a server at TEMPORAL_ADDRESS is used as it is. */
export async function startTemporal(folder: string, signal: AbortSignal): Promise<StartedTemporal> {
  const progress = progressPrinter(process.stderr);
  try {
    const found = await findDevelopmentServer({
      env: process.env,
      onProgress: progress.onProgress,
    });
    progress.done();
    const namespace = process.env['TEMPORAL_NAMESPACE'] ?? 'default';
    if (found.kind === 'address') {
      return {
        address: found.address,
        namespace,
        webUi: undefined,
        ended: never,
        stop: async () => {},
      };
    }
    signal.throwIfAborted();
    const server = await startDevelopmentServer({
      executable: found,
      dbFile: join(folder, 'temporal.db'),
      namespace,
      searchAttributes,
      log: () => {},
    });
    return {
      address: server.address,
      namespace,
      webUi: server.uiUrl,
      ended: new Promise((ended) => {
        server.onExit((code) => ended(`Temporal’s development server ended with code ${code}`));
      }),
      stop: async () => await server.stop(),
    };
  } catch (error) {
    progress.done();
    const isKnown =
      error instanceof DatabaseOfAnotherVersion ||
      error instanceof DevelopmentServerFailed ||
      error instanceof NamedExecutableUnusable;
    if (isKnown) throw new Problem(error.message, 1, { cause: error });
    throw error;
  }
}
