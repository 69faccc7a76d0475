import envPaths from 'env-paths';

import { temporalDownloads } from './download.ts';
import { type Executable, findOnPath, inspectExecutable } from './executable.ts';
import { obtainExecutable, type Obtained } from './obtain.ts';
import { DevelopmentServerProblem } from './problem.ts';
import type { OnStep } from './progress.ts';
import { executableName, oldestServer } from './release.ts';

/** A Temporal server that runs elsewhere, or an executable that can be started as one. */
export type FoundServer =
  | { readonly kind: 'address'; readonly address: string }
  | (Executable & {
      readonly kind: 'executable';
      readonly origin: 'TEMPORAL_CLI_PATH' | 'PATH' | Obtained['origin'];
    });

export interface FindOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly onStep: OnStep;
  /** Where a downloaded or compiled server is kept; default: the user's cache folder. */
  readonly cacheFolder?: string;
  /** The root of the downloads' host; default: Temporal's own. */
  readonly downloads?: string;
}

/**
 * Finds Temporal's development server, or makes one. In this order: the server at TEMPORAL_ADDRESS; the
 * executable at TEMPORAL_CLI_PATH; `temporal` on the PATH; our cache; Temporal's download; compilation
 * with Go. Both of the last go to the cache.
 * @throws DevelopmentServerProblem, also where TEMPORAL_CLI_PATH names something else: it was asked for
 */
export async function findDevelopmentServer(options: FindOptions): Promise<FoundServer> {
  const { env } = options;
  const address = env['TEMPORAL_ADDRESS'];
  if (address) return { kind: 'address', address };
  const named = env['TEMPORAL_CLI_PATH'];
  if (named) {
    const executable = await inspectExecutable(named).catch(refuseNamed);
    return { kind: 'executable', ...executable, origin: 'TEMPORAL_CLI_PATH' };
  }
  const onPath = await fromPath(env);
  if (typeof onPath !== 'string') return { kind: 'executable', ...onPath, origin: 'PATH' };
  const obtained = await obtainExecutable({
    cacheFolder: envPaths('crossdock', { suffix: '' }).cache,
    downloads: temporalDownloads,
    ...options,
  });
  if ('path' in obtained) return { kind: 'executable', ...obtained };
  throw new DevelopmentServerProblem(
    [
      'No Temporal development server was found, and none could be made:',
      ...[`\`temporal\` on the PATH: ${onPath}`, ...obtained].map((tried) => `  - ${tried}`),
      "Install Temporal's command line (https://docs.temporal.io/cli) so that `temporal` is on the PATH,",
      'name its executable in TEMPORAL_CLI_PATH, or set TEMPORAL_ADDRESS to a server that runs.',
    ].join('\n'),
  );
}

function refuseNamed(error: Error): never {
  throw new DevelopmentServerProblem(
    `TEMPORAL_CLI_PATH names an executable that can't be used: ${error.message}. ` +
      "Correct it, or unset it to have Temporal's development server found or made.",
  );
}

/** The executable on the PATH, or why there is none that can be used. */
async function fromPath(env: NodeJS.ProcessEnv): Promise<Executable | string> {
  const path = await findOnPath(executableName, env);
  if (path === undefined) return 'not installed';
  try {
    const executable = await inspectExecutable(path);
    const { serverVersion } = executable;
    const isNewEnough = serverVersion.localeCompare(oldestServer, 'en', { numeric: true }) >= 0;
    if (isNewEnough) return executable;
    return `its server is ${serverVersion}; ${oldestServer} or newer is needed`;
  } catch (error) {
    return (error as Error).message;
  }
}
