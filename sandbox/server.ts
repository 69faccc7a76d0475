import { fastify, type FastifyInstance } from 'fastify';

import { type Answering, answerVendor, cutOff, recordUnread } from './answering.ts';
import { controlRoutes } from './control.ts';
import type { ControlRoom } from './control-room.ts';
import { Faults } from './faults.ts';
import type { JournalEntry, JournalFilter } from './journal.ts';
import { Journal } from './journal.ts';
import { StateFile } from './state-file.ts';
import type { SandboxVendor } from './vendor.ts';

/** Larger bodies are refused: more than any batch or file that the product sends. */
export const largestBody = 16 * 1024 * 1024;

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
export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

/**
 * Starts the simulated vendors on one port: `/24sevenoffice/…`, `/ongoing/<warehouse>/…`, with a page
 * for people at `/` and what it received, faults and people's acts at `/sandbox/`.
 */
export async function startSandbox(options: SandboxOptions) {
  const { vendors, host = '127.0.0.1', latencyMs = 0, log = () => undefined } = options;
  const journal = new Journal();
  const faults = new Faults(vendors);
  const memory =
    options.stateFile === undefined ? undefined : new StateFile(options.stateFile, vendors);
  const restored = (await memory?.load()) ?? false;
  const changed = (): void => memory?.changed();
  const parts = { journal, faults, latencyMs, log, changed, room: options.room };

  const app = fastify({
    bodyLimit: largestBody,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, { raw }) => void raw.writeHead(500).end(),
    // Longer than any pause of a client between two requests, so that idle connections don't race.
    keepAliveTimeout: 60_000,
  });
  // The vendors judge the type of a body, and what stands in it, themselves.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  for (const method of ['GET', 'HEAD'])
    app.addHttpMethod(method, { hasBody: true, overrideExisting: true });
  for (const vendor of vendors) vendorRoutes(app, vendor, parts);
  await app.register((scope, _options, done) => {
    controlRoutes(scope, parts);
    done();
  });
  const url = await app.listen({ port: options.port ?? 0, host });

  let ended: Promise<void> | undefined;
  return {
    /** `http://127.0.0.1:4710` */
    url,
    port: Number(new URL(url).port),
    /** Whether the vendors went on from a stored state. */
    restored,
    faults,
    requests: (filter?: JournalFilter): readonly JournalEntry[] => journal.requests(filter),
    counts: () => journal.counts(),
    /** The most requests that were ever worked on at once, by `<vendor>/<lane>`. */
    mostAtOnce: () => journal.mostAtOnce(),
    /** Forgets the requests, their counts and the most at once. */
    forget: (): void => journal.forget(),
    /** To be called after a vendor was changed other than by a request, so that it is stored. */
    changed,
    /** Ends every connection and stores the state. */
    close: (): Promise<void> => (ended ??= app.close().then(() => memory?.end())),
  };
}

function vendorRoutes(app: FastifyInstance, vendor: SandboxVendor, sandbox: Answering): void {
  for (const url of [`/${vendor.name}`, `/${vendor.name}/*`]) {
    app.route({
      method: app.supportedMethods,
      url,
      onRequest: (request, reply, done) => {
        if (!sandbox.faults.isDown(vendor.name)) {
          done();
          return;
        }
        recordUnread(sandbox, vendor, { operation: 'unread', fault: 'down' });
        cutOff(request, reply);
      },
      handler: (request, reply) => answerVendor(sandbox, vendor, request, reply),
      errorHandler: (error, _request, reply) => {
        const status = error.statusCode ?? 500;
        if (status === 413) recordUnread(sandbox, vendor, { operation: 'too large', status });
        else sandbox.log(`The sandbox failed: ${String(error)}`);
        void reply.code(status).header('connection', 'close').send();
      },
    });
  }
}
