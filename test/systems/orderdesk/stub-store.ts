import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { stringify } from 'lossless-json';

import { SystemFailure } from '../../../src/domain/system-failure.ts';
import {
  type CallContext,
  type CallRecord,
  priorities,
} from '../../../src/systems/kit/call-context.ts';
import { openOrderDeskInventory } from '../../../src/systems/orderdesk/inventory/open-inventory.ts';
import { openOrderDesk } from '../../../src/systems/orderdesk/open.ts';
import type { OrderDeskSettings } from '../../../src/systems/orderdesk/settings.ts';
import { CircuitBreaker } from '../../../src/systems/kit/pacing/circuit-breaker.ts';
import { RateLimiter } from '../../../src/systems/kit/pacing/rate-limiter.ts';
import { settingsFor } from './store-order.ts';

/** A request as the server received it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What it answers: a status with a body, or whatever is done to the socket. */
export type Reply =
  | {
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | ((response: ServerResponse, socket: Socket) => void);

export const success = (members: Readonly<Record<string, unknown>> = {}): Reply => ({
  status: 200,
  body: stringify({ status: 'success', ...members }) ?? '',
});

export const refusal = (status: number, message: string): Reply => ({
  status,
  body: JSON.stringify({ status: 'error', message }),
});

/** Takes the request and then breaks the connection, so that its answer is lost. */
export const lost: Reply = (_response, socket) => void socket.destroy();

export const folders = success({
  store: {
    id: '18211',
    folders: {
      21654: 'New',
      21655: 'Prepared',
      21656: 'Closed',
      21657: 'Canceled',
      21658: 'WMS Errors',
      21659: 'Somewhere',
    },
    settings: { api_key: 'secret-of-the-store' },
  },
});

/** Circumstances with time to spare. */
export const aCall = (given: Partial<CallContext> = {}): CallContext => ({
  signal: new AbortController().signal,
  deadline: Date.now() + 20_000,
  priority: priorities.orderWrite,
  answerMayBeLost: false,
  ...given,
});

export async function failureOf(work: Promise<unknown>): Promise<SystemFailure> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SystemFailure) return error;
  throw new Error('it did not fail as a SystemFailure', { cause: error });
}

/** A client, and a scripted server that it talks to over a real socket. */
export async function openStubStore(
  given: Partial<OrderDeskSettings> = {},
  requestTimeoutMs = 5_000,
) {
  const received: Received[] = [];
  const records: CallRecord[] = [];
  const stub = { answer: (_request: Received): Reply => refusal(400, 'not scripted') };
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://stub');
      const one: Received = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        body,
      };
      received.push(one);
      const reply = stub.answer(one);
      if (typeof reply === 'function') {
        reply(response, request.socket);
        return;
      }
      response.writeHead(reply.status, reply.headers);
      response.end(reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`;
  const settings = { ...settingsFor(url), ...given };
  const limiter = new RateLimiter({ system: 'Order Desk', concurrency: 4, requestTimeoutMs });
  const breaker = new CircuitBreaker({ system: 'Order Desk', unreachableAfterMs: 0 });
  const deps = {
    limiter,
    breaker,
    observe: (record: CallRecord) => void records.push(record),
    gatherMs: 20,
  };
  return Object.assign(stub, {
    settings,
    received,
    records,
    limiter,
    breaker,
    source: openOrderDesk(settings, deps),
    inventory: openOrderDeskInventory(settings, deps),
    /** The requests as `GET /orders`. */
    asked: () => received.map(({ method, path }) => `${method} ${path.replace('/api/v2', '')}`),
    close: async () => await stop(server),
  });
}

export type StubStore = Awaited<ReturnType<typeof openStubStore>>;

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
