import type { AddressInfo } from 'node:net';

import type { Logger } from 'pino';

import type { Configuration } from '../connections/configuration.ts';
import type { ExportedMetrics } from '../temporal/metrics/exported-metrics.ts';
import type { Adapters } from '../systems/ports/adapter.ts';
import { adapters as ourAdapters } from '../systems/registry.ts';
import type { TemporalAccess } from '../temporal/temporal-access.ts';
import { healthRoutes } from './health-routes.ts';
import { type WebhookEventCounts, WebhookEventCounter } from './webhook-event-counts.ts';
import { createHttpServer } from './http-server.ts';
import { metricsRoute } from './metrics-route.ts';
import { webhookRoute } from './webhook-routes.ts';

export interface HttpOptions {
  /** 0: any free one. */
  readonly port: number;
  /** The address to listen at; by default every one of this machine. */
  readonly host?: string;
  /** Asked anew by every request, so that a changed configuration counts at once. */
  readonly configuration: () => Configuration;
  readonly access: TemporalAccess;
  /** Whether the workers of this process run. */
  readonly isWorking: () => boolean;
  /** Shown to who asks for them. */
  readonly metrics?: ExportedMetrics;
  readonly log: Logger;
  /** The systems whose webhooks are served; those that Crossdock knows where it is left out. */
  readonly adapters?: Adapters;
}

/** A server that listens. */
export interface RunningHttp {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** What became of the vendors' calls since the start. */
  readonly counts: () => WebhookEventCounts;
  /** Answers what is under way, then ends. */
  readonly close: () => Promise<void>;
}

/** The port can't be listened on, in words. */
export class PortNotFree extends Error {
  override readonly name = 'PortNotFree';
}

const everyAddress = '0.0.0.0';

/**
 * Starts the server for webhooks and for questions after this process's health.
 * @throws PortNotFree
 */
export async function startHttp(options: HttpOptions): Promise<RunningHttp> {
  const { access, configuration, log, isWorking, metrics, port, host = everyAddress } = options;
  const server = await createHttpServer(log);
  const counter = new WebhookEventCounter(metrics?.metrics);
  healthRoutes(server, access, isWorking);
  if (metrics !== undefined) metricsRoute(server, metrics);
  const { sources, warehouses } = options.adapters ?? ourAdapters;
  const dependencies = { access, configuration, counter, log };
  for (const { id, webhook } of sources) {
    if (webhook !== undefined) webhookRoute(server, id, 'source', webhook, dependencies);
  }
  for (const { id, webhook } of warehouses) {
    if (webhook !== undefined) webhookRoute(server, id, 'warehouse', webhook, dependencies);
  }
  try {
    await server.listen({ port, host });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new PortNotFree(
      `Port ${port} at ${host} can’t be listened on (${code}). End what uses it, or name another port.`,
      { cause: error },
    );
  }
  const { port: taken } = server.server.address() as AddressInfo;
  const shown = host === everyAddress ? '127.0.0.1' : host;
  return {
    url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${taken}`,
    counts: () => counter.counts,
    close: async () => {
      await server.close();
      log.info({ events: counter.counts }, 'webhooks since the start');
    },
  };
}
