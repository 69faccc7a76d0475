import { setTimeout as sleep } from 'node:timers/promises';

import { Connection } from '@temporalio/client';
import type { SearchAttributeType } from '@temporalio/common';
import getPort from 'get-port';

import { claimDatabase } from './database.ts';
import type { Executable } from './executable.ts';
import { DevelopmentServerProblem } from './problem.ts';
import { startSupervised, type SupervisedProcess } from './supervised-process.ts';
import { withoutPaths } from './without-paths.ts';

export interface StartOptions {
  /** As `findDevelopmentServer` gives it. */
  readonly executable: Executable;
  /** Preferred; another one where it is taken. Default: 7233. */
  readonly port?: number;
  /** Preferred; another one where it is taken. Default: 8233. */
  readonly uiPort?: number;
  /** No Web UI. */
  readonly headless?: boolean;
  /** Where its state is kept; default: in memory only. */
  readonly dbFile?: string;
  readonly namespace: string;
  /** Of a new namespace: one that is in the database already keeps those that it has. */
  readonly searchAttributes: Readonly<Record<string, SearchAttributeType>>;
}

/** What it has to know before it serves. */
type Expected = Pick<StartOptions, 'namespace' | 'searchAttributes'>;

/** A development server that serves. It ends with this process, whatever way this process ends. */
export interface RunningServer extends SupervisedProcess {
  /** `127.0.0.1:7233` */
  readonly address: string;
  /** Undefined where it runs without. */
  readonly uiUrl: string | undefined;
}

const ip = '127.0.0.1';

/** Measured: under a second; a first start from a slow disk takes longer. */
const servesWithinMilliseconds = 60_000;

/** Another process may take a port between our look and the server's. */
const tries = 3;

/**
 * Starts Temporal's development server on this machine only and waits until it serves.
 * @throws DevelopmentServerProblem with its own last words
 */
export async function startDevelopmentServer(options: StartOptions): Promise<RunningServer> {
  const { executable, dbFile } = options;
  const wasThere = dbFile !== undefined && (await claimDatabase(dbFile, executable.serverVersion));
  for (let attempt = 1; ; attempt += 1) {
    const port = await getPort({ port: options.port ?? 7233, host: ip });
    const uiPort = options.headless
      ? undefined
      : await getPort({ port: options.uiPort ?? 8233, host: ip, exclude: [port] });
    const lines: string[] = [];
    const server = startSupervised(
      executable.path,
      argumentsFor(options, port, uiPort),
      environment(),
      (line) => lines.push(line),
    );
    const failure = await failureOf(server, `${ip}:${port}`, {
      namespace: options.namespace,
      searchAttributes: wasThere ? {} : options.searchAttributes,
    });
    if (failure === undefined) {
      const uiUrl = uiPort === undefined ? undefined : `http://${ip}:${uiPort}`;
      return { ...server, address: `${ip}:${port}`, uiUrl };
    }
    await server.stop();
    const portTaken = lines.some((line) => line.includes('address already in use'));
    if (portTaken && attempt < tries) continue;
    throw new DevelopmentServerProblem(
      `Temporal's development server did not start: ${failure}${lastWords(lines)}`,
    );
  }
}

function argumentsFor(options: StartOptions, port: number, uiPort: number | undefined): string[] {
  const args = ['server', 'start-dev', '--namespace', options.namespace, '--ip', ip];
  args.push('--port', String(port), '--metrics-port', '0', '--log-level', 'error');
  args.push(...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]));
  if (options.dbFile !== undefined) args.push('--db-filename', options.dbFile);
  for (const [name, type] of Object.entries(options.searchAttributes)) {
    // `KeywordList` is what the command line calls KEYWORD_LIST.
    const words = type.split('_').map((word) => word.charAt(0) + word.slice(1).toLowerCase());
    args.push('--search-attribute', `${name}=${words.join('')}`);
  }
  return [...args, '--color', 'never'];
}

/** Without what is set for clients: the command line would take some of it for the server it starts. */
function environment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_'));
  return Object.fromEntries(entries);
}

/** Undefined once it serves, else what happened instead. */
async function failureOf(
  server: SupervisedProcess,
  address: string,
  expected: Expected,
): Promise<string | undefined> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), servesWithinMilliseconds);
  try {
    return await Promise.race([
      server.exited.then((code) => `it ended with exit code ${code}`),
      untilServing(address, expected, giveUp.signal).then(
        () => undefined,
        () => `it did not serve within ${servesWithinMilliseconds / 1000} s`,
      ),
    ]);
  } finally {
    clearTimeout(timer);
    giveUp.abort();
  }
}

/** The server opens its port before it has the namespace and knows the search attributes. */
async function untilServing(
  address: string,
  { namespace, searchAttributes }: Expected,
  signal: AbortSignal,
): Promise<void> {
  const connection = Connection.lazy({
    address,
    // By default a second passes after a refused connection; the port is open long before that.
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 50, 'grpc.max_reconnect_backoff_ms': 50 },
  });
  const isServing = async (): Promise<boolean> => {
    try {
      await connection.workflowService.describeNamespace({ namespace });
      const known = await connection.operatorService.listSearchAttributes({ namespace });
      return Object.keys(searchAttributes).every((name) => name in known.customAttributes);
    } catch {
      return false;
    }
  };
  try {
    while (!(await connection.withDeadline(Date.now() + 2_000, isServing))) {
      await sleep(50, undefined, { signal });
    }
  } finally {
    await connection.close();
  }
}

/** What it said last, without this machine's paths. */
function lastWords(lines: readonly string[]): string {
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  const last = said.findLast((line) => /error|fail/i.test(line)) ?? said.at(-1);
  return last === undefined ? '.' : `: ${withoutPaths(last, 300)}`;
}
