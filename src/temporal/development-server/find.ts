import envPaths from 'env-paths';

import { temporalDownloads } from './download.ts';
import { findOnPath, inspectExecutable, UnusableExecutable } from './executable.ts';
import { type Attempt, DevelopmentServerNotFound, NamedExecutableUnusable } from './not-found.ts';
import { obtainExecutable, type Obtained } from './obtain.ts';
import type { OnProgress } from './progress.ts';
import { executableName, oldestServer } from './release.ts';

/** A Temporal server that runs elsewhere, or an executable that can be started as one. */
export type FoundServer =
  | { readonly kind: 'address'; readonly address: string }
  | {
      readonly kind: 'executable';
      readonly path: string;
      /** The version of the server inside: `1.29.1`. */
      readonly serverVersion: string;
      readonly origin: 'TEMPORAL_CLI_PATH' | 'PATH' | Obtained['origin'];
    };

export interface FindOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Told about once a second while something slow goes on; see `progressPrinter`. */
  readonly onProgress: OnProgress;
  /** Where a downloaded or compiled server is kept; default: the user's cache folder. */
  readonly cacheFolder?: string;
  /** The root of the downloads' host; default: Temporal's own. */
  readonly downloads?: string;
}

/**
 * Finds Temporal's development server, or makes one. In this order: the server at TEMPORAL_ADDRESS; the
 * executable at TEMPORAL_CLI_PATH; `temporal` on the PATH; our cache; Temporal's download; compilation
 * with Go. Both of the last go to the cache.
 * @throws NamedExecutableUnusable where TEMPORAL_CLI_PATH names something else
 * @throws DevelopmentServerNotFound
 */
export async function findDevelopmentServer(options: FindOptions): Promise<FoundServer> {
  const { env, onProgress } = options;
  const address = env['TEMPORAL_ADDRESS'];
  if (address) return { kind: 'address', address };
  const named = env['TEMPORAL_CLI_PATH'];
  if (named) return await fromName(named);

  const onPath = await fromPath(env);
  if ('kind' in onPath) return onPath;
  const obtained = await obtainExecutable({
    env,
    onProgress,
    cacheFolder: options.cacheFolder ?? envPaths('crossdock', { suffix: '' }).cache,
    downloads: options.downloads ?? temporalDownloads,
  });
  if ('path' in obtained) return { kind: 'executable', ...obtained };
  throw new DevelopmentServerNotFound([onPath, ...obtained]);
}

async function fromName(path: string): Promise<FoundServer> {
  try {
    const executable = await inspectExecutable(path);
    return { kind: 'executable', ...executable, origin: 'TEMPORAL_CLI_PATH' };
  } catch (error) {
    if (!(error instanceof UnusableExecutable)) throw error;
    throw new NamedExecutableUnusable(error.message);
  }
}

async function fromPath(env: NodeJS.ProcessEnv): Promise<FoundServer | Attempt> {
  const way = '`temporal` on the PATH';
  const path = await findOnPath(executableName(), env);
  if (path === undefined) return { way, reason: 'not installed' };
  try {
    const executable = await inspectExecutable(path);
    if (olderThan(executable.serverVersion, oldestServer)) {
      return {
        way,
        reason: `its server is ${executable.serverVersion}; ${oldestServer} or newer is needed`,
      };
    }
    return { kind: 'executable', ...executable, origin: 'PATH' };
  } catch (error) {
    if (!(error instanceof UnusableExecutable)) throw error;
    return { way, reason: error.message };
  }
}

const olderThan = (version: string, oldest: string): boolean =>
  version.localeCompare(oldest, 'en', { numeric: true }) < 0;
