import { openTemporal } from '../temporal/temporal-access.ts';
import { startWorkerProcess } from '../temporal/worker-process.ts';
import { findConfiguration } from '../connections/find.ts';
import { openLog } from './log.ts';
import { Problem } from './problem.ts';
import { readConfiguration } from './read-configuration.ts';
import { forwardTemporalLog } from './temporal-log.ts';

/** `crossdock worker`: runs until SIGTERM or SIGINT, which drain; then 0. */
export async function workerCommand(options: {
  config?: string;
  connection?: string[];
}): Promise<number> {
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
  forwardTemporalLog(log);
  const access = await openTemporal();
  try {
    const workers = await startWorkerProcess({
      access,
      configuration,
      file: findConfiguration({ option: options.config, env: process.env }),
      ...(options.connection === undefined ? {} : { only: options.connection }),
      log,
    });
    const stop = () => workers.stop();
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    await workers.ended;
    log.info('drained');
    return 0;
  } finally {
    await access.close();
  }
}
