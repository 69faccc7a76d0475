import type { z } from 'zod';

import { SystemFailure } from '../../../domain/system-failure.ts';
import { Batch } from '../../kit/pacing/batch.ts';
import { inRequests } from './repeated-filter.ts';
import type { Answer } from '../../kit/rest/exchange.ts';
import type { Transport } from './transport.ts';

/** Values in one request at most. */
const maxItems = 100;

export interface JoinedLookUpOptions<Schema extends z.ZodType> {
  readonly transport: Transport;
  readonly operation: 'GET /orders' | 'GET /articles';
  /** The filter that is repeated. */
  readonly filter: 'orderNumbers' | 'articleNumbers' | 'productCodes';
  readonly schema: Schema;
  /** How long the first value waits for company, in milliseconds. */
  readonly windowMs: number;
}

/**
 * Look-ups by one value each, joined into requests with a repeated filter. Everybody gets the whole
 * answer and picks what is theirs: a filter that the vendor ignores must not fool us.
 */
export const joinedLookUp = <Schema extends z.ZodType>({
  transport,
  operation,
  filter,
  schema,
  windowMs,
}: JoinedLookUpOptions<Schema>) =>
  new Batch<string, readonly Answer<z.output<Schema>>[]>(transport, {
    maxItems,
    windowMs,
    splits: mayBeOnesFault,
    request: async (values, turn) => {
      const until = Date.now() + turn.timeoutMs;
      const answers: Answer<z.output<Schema>>[] = [];
      for (const run of inRequests(filter, values)) {
        const left = { signal: turn.signal, timeoutMs: until - Date.now() };
        const query = [
          ['goodsOwnerId', String(transport.settings.goodsOwnerId)] as const,
          ...run.map((value) => [filter, value] as const),
        ];
        const exchange = { operation, query, schema, sharedBy: run.length };
        answers.push(await transport.send(left, exchange));
      }
      return values.map(() => answers);
    },
  });

/** Whether a joined request that failed may succeed for the others when it is taken apart. */
function mayBeOnesFault(failure: unknown): boolean {
  if (!(failure instanceof SystemFailure)) return false;
  const { decision } = failure;
  if (decision.kind === 'attention') return true;
  return (
    decision.kind === 'retry' && decision.unreachable !== true && decision.afterMs === undefined
  );
}
