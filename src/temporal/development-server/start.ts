import getPort from 'get-port';

import { claimDatabase } from './database.ts';
import type { Executable } from './executable.ts';
import { untilServing } from './serving.ts';
import { startSupervised, type SupervisedProcess } from './supervised-process.ts';

/** A search attribute's type as client and domain write it: `KEYWORD`. */
export type SearchAttributeType =
  'TEXT' | 'KEYWORD' | 'INT' | 'DOUBLE' | 'BOOL' | 'DATETIME' | 'KEYWORD_LIST';

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
  readonly searchAttributes: Readonly<Record<string, SearchAttributeType>>;
  /** Given every line that the server prints until `stop`: where it listens, and errors. */
  readonly log: (line: string) => void;
}

/** A development server that serves. It ends with this process, whatever way this process ends. */
export interface RunningServer {
  /** `127.0.0.1:7233` */
  readonly address: string;
  /** Undefined where it runs without. */
  readonly uiUrl: string | undefined;
  readonly namespace: string;
  /** Ends it and waits until it is gone. Workers and clients should be closed before. */
  stop(): Promise<void>;
  /** Calls back, with the exit code, when it ends without `stop`. */
  onExit(listener: (exitCode: number) => void): void;
}

/** The development server did not come up. The message has its own last words. */
export class DevelopmentServerFailed extends Error {
  override readonly name = 'DevelopmentServerFailed';
}

const ip = '127.0.0.1';

/** Measured: under a second; a first start from a slow disk takes longer. */
const servesWithinMilliseconds = 60_000;

/** Another process may take a port between our look and the server's. */
const tries = 3;

const flagTypes: Record<SearchAttributeType, string> = {
  TEXT: 'Text',
  KEYWORD: 'Keyword',
  INT: 'Int',
  DOUBLE: 'Double',
  BOOL: 'Bool',
  DATETIME: 'Datetime',
  KEYWORD_LIST: 'KeywordList',
};

/**
 * Starts Temporal's development server on this machine only and waits until it serves.
 * @throws DatabaseOfAnotherVersion
 * @throws DevelopmentServerFailed
 */
export async function startDevelopmentServer(options: StartOptions): Promise<RunningServer> {
  if (options.dbFile !== undefined) {
    await claimDatabase(options.dbFile, options.executable.serverVersion);
  }
  for (let attempt = 1; ; attempt += 1) {
    const ports = await freePorts(options);
    const lines: string[] = [];
    let { log } = options;
    const server = startSupervised(
      options.executable.path,
      argumentsFor(options, ports),
      environment(),
      (line) => {
        lines.push(line);
        if (lines.length > 20) lines.shift();
        log(line);
      },
    );
    const failure = await serves(server, options, ports);
    // Its complaints about what breaks off while it ends tell nobody anything.
    const silence = () => (log = () => undefined);
    if (failure === undefined) return running(server, options, ports, silence);
    await server.stop();
    const portTaken = lines.some((line) => line.includes('address already in use'));
    if (!portTaken || attempt === tries) {
      throw new DevelopmentServerFailed(`${failure}${lastWords(lines)}`);
    }
  }
}

interface Ports {
  readonly server: number;
  readonly ui: number | undefined;
}

async function freePorts({ port, uiPort, headless }: StartOptions): Promise<Ports> {
  const server = await getPort({ port: port ?? 7233, host: ip });
  if (headless === true) return { server, ui: undefined };
  return { server, ui: await getPort({ port: uiPort ?? 8233, host: ip, exclude: [server] }) };
}

function argumentsFor(options: StartOptions, ports: Ports): string[] {
  const args = ['server', 'start-dev', '--namespace', options.namespace];
  args.push('--ip', ip, '--port', String(ports.server), '--metrics-port', '0');
  args.push(...(ports.ui === undefined ? ['--headless'] : ['--ui-port', String(ports.ui)]));
  if (options.dbFile !== undefined) args.push('--db-filename', options.dbFile);
  for (const [name, type] of Object.entries(options.searchAttributes)) {
    args.push('--search-attribute', `${name}=${flagTypes[type]}`);
  }
  args.push('--log-level', 'error', '--color', 'never');
  return args;
}

/** Without what is set for clients: the command line would take some of it for the server it starts. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_')),
  );
}

/** Undefined when it serves, else what happened instead. */
async function serves(
  server: SupervisedProcess,
  { namespace, searchAttributes }: StartOptions,
  ports: Ports,
): Promise<string | undefined> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => {
    giveUp.abort();
  }, servesWithinMilliseconds);
  const ended = server.exited.then((code) => `it ended with exit code ${code}`);
  const serving = untilServing(
    `${ip}:${ports.server}`,
    namespace,
    Object.keys(searchAttributes),
    giveUp.signal,
  ).then(
    () => undefined,
    () => `it did not serve within ${servesWithinMilliseconds / 1000} s`,
  );
  const outcome = await Promise.race([ended, serving]);
  clearTimeout(timer);
  giveUp.abort();
  return outcome && `Temporal's development server did not start: ${outcome}`;
}

/** What it said last, without this machine's paths. */
function lastWords(lines: readonly string[]): string {
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  const last = said.findLast((line) => /error|fail/i.test(line)) ?? said.at(-1);
  if (last === undefined) return '.';
  return `: ${last.replace(/(?<![\w:/])(?:\/|[A-Za-z]:\\)[^\s"':]+/g, '…').slice(0, 300)}`;
}

function running(
  server: SupervisedProcess,
  options: StartOptions,
  ports: Ports,
  silence: () => void,
): RunningServer {
  let stopped = false;
  return {
    address: `${ip}:${ports.server}`,
    uiUrl: ports.ui === undefined ? undefined : `http://${ip}:${ports.ui}`,
    namespace: options.namespace,
    stop: async () => {
      stopped = true;
      silence();
      await server.stop();
    },
    onExit: (listener) => {
      void server.exited.then((code) => {
        if (!stopped) listener(code);
      });
    },
  };
}
