import { monitorEventLoopDelay } from 'node:perf_hooks';

import { request } from 'undici';

import type { Metrics } from './metrics.ts';

/** How often the event loop is looked at, in milliseconds: a lag shorter than this isn't seen. */
const lagResolutionMs = 10;

/** Metrics that somebody may ask for, in Prometheus' text form. */
export interface ExportedMetrics {
  readonly metrics: Metrics;
  /** All of this process: Crossdock's own and the SDK's. */
  readonly text: () => Promise<string>;
}

/**
 * The SDK's exporter serves on an address of its own; this fetches from there, so that one address and
 * one text have everything.
 */
export function exportedMetrics(exporter: string, metrics: Metrics): ExportedMetrics {
  const lag = monitorEventLoopDelay({ resolution: lagResolutionMs });
  lag.enable();
  return {
    metrics,
    text: async () => {
      metrics.eventLoopLag(Math.max(0, lag.max / 1e6 - lagResolutionMs));
      lag.reset();
      const { body } = await request(`http://${exporter}/metrics`);
      return await body.text();
    },
  };
}
