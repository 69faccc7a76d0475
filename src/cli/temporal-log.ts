import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';

/** Our workers serve either workflows or activities, on purpose. */
const saidOfEveryWorker = ['No workflows registered', 'No activities registered'];

/** Sends what the Temporal SDK says into our log. Once per process, before any worker is made. */
export function forwardTemporalLog(log: Logger): void {
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      if (saidOfEveryWorker.some((words) => message.startsWith(words))) return;
      const { error, ...rest } = { error: undefined, ...meta };
      const entry = { ...plain(rest), ...(error === undefined ? {} : { error: String(error) }) };
      if (level === 'ERROR') log.error(entry, message);
      else log.warn(entry, message);
    }),
    // Signals are this program's own matter: it drains in its order.
    shutdownSignals: [],
  });
}

function plain(meta: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(meta).filter(([, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value),
    ),
  );
}
