import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { answerVendor } from './answering.ts';
import { answerControl } from './control.ts';
import type { ControlRoom } from './control-room.ts';
import { Faults } from './faults.ts';
import type { JournalEntry, JournalFilter } from './journal.ts';
import { Journal } from './journal.ts';
import { StateFile } from './state-file.ts';
import type { SandboxVendor } from './vendor.ts';

export interface SandboxOptions {
  /** A free one where missing. */
  readonly port?: number;
  readonly host?: string;
  readonly vendors: readonly SandboxVendor[];
  /** Where the state of the vendors is kept; nowhere where missing. */
  readonly stateFile?: string;
  /** Overview, audit and what people do, for the page at `/` and for `/sandbox/`. */
  readonly room?: ControlRoom;
  /** How long every request takes at least, in milliseconds. */
  readonly latencyMs?: number;
  readonly log?: (line: string) => void;
}

/** Simulated vendors that listen. */
export interface Sandbox {
  /** `http://127.0.0.1:4710` */
  readonly url: string;
  readonly port: number;
  /** Whether the vendors went on from a stored state. */
  readonly restored: boolean;
  readonly faults: Faults;
  requests(filter?: JournalFilter): readonly JournalEntry[];
  counts(): Record<string, Record<string, number>>;
  /** The most requests that were ever worked on at once, by `<vendor>/<lane>`. */
  mostAtOnce(): Record<string, number>;
  /** Forgets the requests, their counts and the most at once. */
  forget(): void;
  /** To be called after a vendor was changed other than by a request, so that it is stored. */
  changed(): void;
  /** Ends every connection and stores the state. */
  close(): Promise<void>;
}

/**
 * Starts the simulated vendors on one port: `/24sevenoffice/…`, `/ongoing/<warehouse>/…`, with a page
 * for people at `/` and what it received, faults and people's acts at `/sandbox/`.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { vendors, host = '127.0.0.1', latencyMs = 0, log = () => undefined } = options;
  const journal = new Journal();
  const faults = new Faults(vendors);
  const memory =
    options.stateFile === undefined ? undefined : new StateFile(options.stateFile, vendors);
  const restored = (await memory?.load()) ?? false;
  const changed = (): void => memory?.changed();
  const parts = { vendors, journal, faults, latencyMs, log, changed, room: options.room };

  const server = createServer((request, response) => {
    route(parts, request, response).catch((error: unknown) => {
      log(`The sandbox failed: ${String(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // Longer than any pause of a client between two requests, so that idle connections don't race.
  server.keepAliveTimeout = 60_000;
  const port = await listen(server, options.port ?? 0, host);
  async function end(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
    await memory?.end();
  }
  let ended: Promise<void> | undefined;
  return {
    url: `http://${host}:${port}`,
    port,
    restored,
    faults,
    requests: (filter) => journal.requests(filter),
    counts: () => journal.counts(),
    mostAtOnce: () => journal.mostAtOnce(),
    forget: () => journal.forget(),
    changed,
    close: () => (ended ??= end()),
  };
}

type Parts = Parameters<typeof answerVendor>[0] & Parameters<typeof answerControl>[0];

async function route(
  parts: Parts & { readonly vendors: readonly SandboxVendor[] },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const first = url.pathname.split('/')[1] ?? '';
  const vendor = parts.vendors.find((one) => one.name === first);
  if (vendor === undefined) await answerControl(parts, url, request, response);
  else await answerVendor(parts, vendor, url, request, response);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
