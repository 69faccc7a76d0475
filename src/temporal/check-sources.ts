import type { Logger } from 'pino';

import type { Connection } from '../connections/configuration.ts';
import { priorities } from '../systems/kit/call-context.ts';
import { CircuitBreaker } from '../systems/kit/pacing/circuit-breaker.ts';
import { RateLimiters } from './rate-limiters.ts';

/** Somebody waits for the answer. */
const patienceMs = 15_000;

/** What asking one source about a connection's settings gave. */
export interface CheckedSource {
  readonly connection: string;
  /** What of the settings doesn't fit the source, in words. */
  readonly problems: readonly string[];
  /** Why the source couldn't be asked; nothing is known about its settings then. */
  readonly unasked?: string;
}

/**
 * Asks the sources whether the connections' settings fit them, where that can be asked: what a setting
 * names can be renamed there. Connections with nothing to ask aren't in the answer.
 */
export async function checkSources(
  connections: readonly Connection[],
  log: Logger,
): Promise<readonly CheckedSource[]> {
  const limiters = new RateLimiters();
  const checked = connections
    .filter(({ runnable }) => runnable)
    .map(async (connection): Promise<CheckedSource[]> => {
      const { quota, systemName: system } = connection.source;
      const { source } = connection.source.open({
        limiter: limiters.of(quota.key, { system, ...quota.limit }),
        breaker: new CircuitBreaker({ system }),
        observe: () => {},
        log,
      });
      if (source.checkSettings === undefined) return [];
      const call = {
        signal: AbortSignal.timeout(patienceMs),
        deadline: Date.now() + patienceMs,
        priority: priorities.operator,
        answerMayBeLost: false,
      };
      try {
        return [{ connection: connection.id, problems: await source.checkSettings(call) }];
      } catch (error) {
        const why = call.signal.aborted
          ? `${source.name} didn’t answer within ${patienceMs / 1_000} seconds.`
          : error instanceof Error
            ? error.message
            : String(error);
        return [{ connection: connection.id, problems: [], unasked: why }];
      }
    });
  return (await Promise.all(checked)).flat();
}
