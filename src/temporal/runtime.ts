import { DefaultLogger, Runtime } from '@temporalio/worker';
import getPort from 'get-port';
import type { Logger } from 'pino';

import { type ExportedMetrics, exportedMetrics } from './metrics/exported-metrics.ts';
import { Metrics } from './metrics/metrics.ts';

/** Our workers serve either workflows or activities, on purpose. */
const saidOfEveryWorker = ['No workflows registered', 'No activities registered'];

/** From a request that is joined at once to one that waits for a busy vendor, in seconds. */
const secondsBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/**
 * Sets up the Temporal SDK: what it says goes into our log, what it measures is kept with our own
 * metrics. Once per process, before any worker is made.
 */
export async function installRuntime(log: Logger): Promise<ExportedMetrics> {
  const exporter = `127.0.0.1:${await getPort({ host: '127.0.0.1' })}`;
  const runtime = Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      if (saidOfEveryWorker.some((words) => message.startsWith(words))) return;
      const { error, ...rest } = { error: undefined, ...meta };
      const entry = { ...plain(rest), error: error === undefined ? undefined : String(error) };
      if (level === 'ERROR') log.error(entry, message);
      else log.warn(entry, message);
    }),
    telemetryOptions: {
      metrics: {
        prometheus: {
          bindAddress: exporter,
          countersTotalSuffix: true,
          unitSuffix: true,
          useSecondsForDurations: true,
          histogramBucketOverrides: {
            crossdock_vendor_call: secondsBuckets,
            crossdock_activity: secondsBuckets,
          },
        },
      },
    },
    // Signals are this program's own matter: it drains in its order.
    shutdownSignals: [],
  });
  return exportedMetrics(exporter, new Metrics(runtime.metricMeter));
}

function plain(meta: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(meta).filter(([, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value),
    ),
  );
}
