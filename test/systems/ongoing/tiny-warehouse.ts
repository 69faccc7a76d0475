import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import type { WarehouseStatuses } from '../../../src/systems/ongoing/statuses.ts';
import {
  type CallContext,
  type CallRecord,
  priorities,
} from '../../../src/systems/kit/call-context.ts';
import { openOngoingRest } from '../../../src/systems/ongoing/rest/open.ts';
import {
  type OngoingSettings,
  resolved,
  settings as written,
} from '../../../src/systems/ongoing/settings.ts';
import { CircuitBreaker } from '../../../src/systems/kit/pacing/circuit-breaker.ts';
import { RateLimiter } from '../../../src/systems/kit/pacing/rate-limiter.ts';
import type { RegistryWarehouse } from '../../../src/systems/ports/registry-warehouse.ts';
import type { Warehouse } from '../../../src/systems/ports/warehouse.ts';

/** A request as the tiny server received it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly search: string;
  readonly headers: IncomingMessage['headers'];
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

/** A client, and the scripted server it talks to over a real socket. */
export interface TinyWarehouse {
  readonly warehouse: Warehouse & RegistryWarehouse;
  readonly settings: OngoingSettings;
  readonly breaker: CircuitBreaker;
  readonly received: Received[];
  readonly records: CallRecord[];
  answer: (request: Received) => Reply;
  /** Stops listening at once, as a host that went down. */
  goDown(): Promise<void>;
  close(): Promise<void>;
}

export const json = (value: unknown, status = 200): Reply => ({
  status,
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});

export const html = (status: number): Reply => ({
  status,
  body: '<!DOCTYPE html><html><head><title>x</title></head><body><h1>Sorry</h1></body></html>',
  headers: { 'content-type': 'text/html' },
});

/** Takes the request and then breaks the connection, so that its answer is lost. */
export const lost: Reply = (_response, socket) => void socket.destroy();

/** Never answers. */
export const silence: Reply = () => undefined;

/** A call that may take as long as a test does. */
export const call = (given: Partial<CallContext> = {}): CallContext => ({
  signal: new AbortController().signal,
  deadline: Date.now() + 20_000,
  priority: priorities.orderWrite,
  answerMayBeLost: false,
  ...given,
});

/** An order in `GET /orders` of which only the given parts matter; the rest is null, as it comes. */
export function existingOrder(
  orderInfo: Readonly<Record<string, unknown>> & { status?: number },
  rest: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const { status = 200, ...info } = orderInfo;
  return {
    goodsOwner: { id: 101, name: 'Nordlys AS' },
    orderInfo: {
      orderId: 88213,
      orderNumber: '10482',
      goodsOwnerOrderId: '90210',
      deliveryDate: '2026-11-24T00:00:00',
      shippedTime: null,
      wayBill: null,
      orderStatus: { number: status, text: 'x' },
      emailNotification: null,
      ...info,
    },
    consignee: null,
    parcels: null,
    orderLines: null,
    transporter: null,
    tracking: null,
    returnTracking: null,
    ...rest,
  };
}

export async function openTinyWarehouse(
  options: {
    readonly requestTimeoutMs?: number;
    readonly otherStatuses?: WarehouseStatuses['other'];
  } = {},
): Promise<TinyWarehouse> {
  const received: Received[] = [];
  const records: CallRecord[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://tiny');
      const one: Received = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        search: url.search,
        headers: request.headers,
        body,
      };
      received.push(one);
      const reply = tiny.answer(one);
      if (typeof reply === 'function') {
        reply(response, request.socket);
        return;
      }
      response.writeHead(reply.status, reply.headers);
      response.end(reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const settings = resolved(
    written.parse({
      warehouse: {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/nord`,
        username: 'user',
        password: 'pæss:word',
        goodsOwnerId: '101',
        statuses: { other: options.otherStatuses },
      },
    }),
    'shipped',
  );
  const breaker = new CircuitBreaker({ system: 'Ongoing WMS', unreachableAfterMs: 0 });
  const tiny: TinyWarehouse = {
    settings,
    breaker,
    received,
    records,
    warehouse: openOngoingRest(settings, {
      limiter: new RateLimiter({
        system: 'Ongoing WMS',
        concurrency: 1,
        requestTimeoutMs: options.requestTimeoutMs ?? 10_000,
      }),
      breaker,
      observe: (record) => void records.push(record),
      waits: { gatherMs: 20, readBackMs: [5, 5] },
    }),
    answer: () => json({ message: 'not scripted' }, 400),
    goDown: async () => await stop(server),
    close: async () => {
      if (server.listening) await stop(server);
    },
  };
  return tiny;
}

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
