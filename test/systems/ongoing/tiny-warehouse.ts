import type { WarehouseStatuses } from '../../../src/systems/ongoing/statuses.ts';
import type { CallRecord } from '../../../src/systems/kit/call-context.ts';
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
import { type Received, type Reply, startStubServer } from '../stub-server.ts';

/** A client, and the scripted server it talks to over a real socket. */
export interface TinyWarehouse {
  readonly warehouse: Warehouse & RegistryWarehouse;
  readonly settings: OngoingSettings;
  readonly breaker: CircuitBreaker;
  readonly received: Received[];
  readonly records: CallRecord[];
  answer: (request: Received) => Reply;
  /** Stops listening at once, as a host that went down. */
  readonly close: () => Promise<void>;
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
  const records: CallRecord[] = [];
  const server = await startStubServer((request) => tiny.answer(request));
  const settings = resolved(
    written.parse({
      warehouse: {
        url: `${server.url}/nord`,
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
    received: server.received,
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
    close: server.close,
  };
  return tiny;
}
