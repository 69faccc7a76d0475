import type { z } from 'zod';

import { SystemFailure } from '../../../domain/system-failure.ts';
import type { CallContext } from '../../kit/call-context.ts';
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
export class JoinedLookUp<Schema extends z.ZodType> {
  readonly #options: JoinedLookUpOptions<Schema>;
  readonly #batch: Batch<string, readonly Answer<z.output<Schema>>[]>;

  constructor(options: JoinedLookUpOptions<Schema>) {
    this.#options = options;
    const { transport } = options;
    this.#batch = new Batch<string, readonly Answer<z.output<Schema>>[]>(transport, {
      maxItems,
      windowMs: options.windowMs,
      splits: mayBeOnesFault,
      request: async (values, turn) => {
        const until = Date.now() + turn.timeoutMs;
        const answers: Answer<z.output<Schema>>[] = [];
        for (const run of inRequests(options.filter, values)) {
          const left = { signal: turn.signal, timeoutMs: until - Date.now() };
          answers.push(await transport.send(left, this.#exchange(run)));
        }
        return values.map(() => answers);
      },
    });
  }

  /** The answers in which the value's entries stand, if there are any. */
  async find(value: string, call: CallContext): Promise<readonly Answer<z.output<Schema>>[]> {
    return await this.#batch.add(value, call);
  }

  #exchange(values: readonly string[]) {
    const { transport, operation, filter, schema } = this.#options;
    return {
      operation,
      query: [
        ['goodsOwnerId', String(transport.settings.goodsOwnerId)] as const,
        ...values.map((value) => [filter, value] as const),
      ],
      schema,
      sharedBy: values.length,
    };
  }
}

/** Whether a joined request that failed may succeed for the others when it is taken apart. */
function mayBeOnesFault(failure: unknown): boolean {
  if (!(failure instanceof SystemFailure)) return false;
  const { decision } = failure;
  if (decision.kind === 'attention') return true;
  return (
    decision.kind === 'retry' && decision.unreachable !== true && decision.afterMs === undefined
  );
}
