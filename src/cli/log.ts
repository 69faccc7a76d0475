import pino, { type Logger } from 'pino';

import { activityLogContext } from '../../activities/activity-run.ts';
import { secretKeys } from '../connections/secret-keys.ts';
import { adapters } from '../systems/registry.ts';

/** Member names that may hold a secret, wherever they stand. */
const secretPaths = [...secretKeys(adapters)].flatMap((key) => [key, `*.${key}`]);

/**
 * The log of a process: JSON lines on standard error, so that standard output stays a command's own.
 * Holds no payloads; `CROSSDOCK_LOG_LEVEL` sets how much it says.
 */
export function openLog(level = process.env['CROSSDOCK_LOG_LEVEL'] ?? 'info'): Logger {
  return pino(
    { name: 'crossdock', level, redact: secretPaths, base: null, mixin: activityLogContext },
    pino.destination({ dest: 2, sync: true }),
  );
}
