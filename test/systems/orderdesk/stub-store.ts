import { stringify } from 'lossless-json';

import type { CallRecord } from '../../../src/systems/kit/call-context.ts';
import { openOrderDeskInventory } from '../../../src/systems/orderdesk/inventory/open-inventory.ts';
import { openOrderDesk } from '../../../src/systems/orderdesk/open.ts';
import type { OrderDeskSettings } from '../../../src/systems/orderdesk/settings.ts';
import { CircuitBreaker } from '../../../src/systems/kit/pacing/circuit-breaker.ts';
import { RateLimiter } from '../../../src/systems/kit/pacing/rate-limiter.ts';
import { type Received, type Reply, startStubServer } from '../stub-server.ts';
import { settingsFor } from './store-order.ts';

export const success = (members: Readonly<Record<string, unknown>> = {}): Reply => ({
  status: 200,
  body: stringify({ status: 'success', ...members }) ?? '',
});

export const refusal = (status: number, message: string): Reply => ({
  status,
  body: JSON.stringify({ status: 'error', message }),
});

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

/** A client, and a scripted server that it talks to over a real socket. */
export async function openStubStore(
  given: Partial<OrderDeskSettings> = {},
  requestTimeoutMs = 5_000,
) {
  const records: CallRecord[] = [];
  const stub = { answer: (_request: Received): Reply => refusal(400, 'not scripted') };
  const server = await startStubServer((request) => stub.answer(request));
  const settings = { ...settingsFor(`${server.url}/api/v2`), ...given };
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
    received: server.received,
    records,
    limiter,
    breaker,
    source: openOrderDesk(settings, deps),
    inventory: openOrderDeskInventory(settings, deps),
    /** The requests as `GET /orders`. */
    asked: () =>
      server.received.map(({ method, path }) => `${method} ${path.replace('/api/v2', '')}`),
    close: server.close,
  });
}

export type StubStore = Awaited<ReturnType<typeof openStubStore>>;
