import { type RunningHttp, startHttp } from '../http/start-http.ts';
import { openTemporal } from '../temporal/temporal-access.ts';
import { type RunningWorkerProcess, startWorkerProcess } from '../temporal/worker-process.ts';
import { findConfiguration } from '../connections/find.ts';
import { listenAt } from './listen-at.ts';
import { openLog } from './log.ts';
import { Problem } from './problem.ts';
import { readConfiguration } from './read-configuration.ts';
import { workflowCache } from './workflow-cache.ts';
import { installRuntime } from '../temporal/runtime.ts';

/** `crossdock worker`: runs until SIGTERM or SIGINT, which drain; then 0. */
export async function workerCommand(options: {
  config?: string;
  connection?: string[];
  http?: string;
  workflowCache?: string;
}): Promise<number> {
  const address = options.http === undefined ? undefined : listenAt(options.http);
  const workflowCacheMegabytes = workflowCache(options.workflowCache);
  const configuration = readConfiguration(options.config);
  const known = new Set(configuration.connections.map(({ id }) => id));
  const unknown = options.connection?.filter((id) => !known.has(id)) ?? [];
  if (unknown.length > 0) {
    throw new Problem(
      `no connection ${unknown.join(', ')} in the configuration; it has ${[...known].join(', ')}.`,
      2,
    );
  }
  const log = openLog();
  const metrics = await installRuntime(log);
  const access = await openTemporal();
  let workers: RunningWorkerProcess | undefined;
  let isWorking = false;
  let http: RunningHttp | undefined;
  try {
    // First: a port that is taken costs no waiting, and until the workers run it says "not ready".
    if (address !== undefined) {
      http = await startHttp({
        ...address,
        access,
        configuration: () => workers?.configuration() ?? configuration,
        isWorking: () => isWorking,
        metrics,
        log,
      });
      log.info({ at: http.url }, 'receives webhooks');
    }
    workers = await startWorkerProcess({
      access,
      configuration,
      file: findConfiguration({ option: options.config, env: process.env }),
      only: options.connection,
      log,
      metrics: metrics.metrics,
      workflowCacheMegabytes,
    });
    isWorking = true;
    const stop = () => {
      isWorking = false;
      workers?.stop();
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    await workers.ended;
    log.info('drained');
    return 0;
  } finally {
    isWorking = false;
    await http?.close();
    await access.close();
  }
}
