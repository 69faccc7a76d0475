import pino from 'pino';

import type { Configuration } from '../../src/connections/configuration.ts';
import { type RunningHttp, startHttp } from '../../src/http/start-http.ts';
import type { TemporalAccess } from '../../src/temporal/temporal-access.ts';

/** The server on a free port of this machine. */
export async function listening(
  access: TemporalAccess,
  configuration: () => Configuration,
  isWorking = () => true,
): Promise<RunningHttp> {
  return await startHttp({
    port: 0,
    host: '127.0.0.1',
    access,
    configuration,
    isWorking,
    log: pino({ level: 'silent' }),
  });
}
