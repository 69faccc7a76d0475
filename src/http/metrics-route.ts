import type { FastifyInstance } from 'fastify';

import type { ExportedMetrics } from '../temporal/metrics/exported-metrics.ts';

/** The media type of Prometheus' text form. */
const prometheusText = 'text/plain; version=0.0.4; charset=utf-8';

/** `GET /metrics`: counters and timings of this process, Crossdock's and the Temporal SDK's. */
export function metricsRoute(server: FastifyInstance, { text }: ExportedMetrics): void {
  server.get('/metrics', async (_request, reply) => {
    return await reply.type(prometheusText).send(await text());
  });
}
