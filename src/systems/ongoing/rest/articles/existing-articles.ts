import { setMaxListeners } from 'node:events';

import type { CallContext } from '../../../kit/call-context.ts';
import { joinedLookUp } from '../joined-look-up.ts';
import { existingArticlesSchema, type ExistingArticle } from '../schema.ts';
import type { Transport } from '../transport.ts';

type ByValue = ReadonlyMap<string, readonly ExistingArticle[]>;

/**
 * Reads articles, joined with others who look for some. Articles that the warehouse has marked
 * inactive count: whether they may be ordered is the warehouse's to say.
 */
export function existingArticles(transport: Transport, windowMs: number) {
  const by = (
    filter: 'productCodes' | 'articleNumbers',
    member: 'productCode' | 'articleNumber',
  ) => {
    const operation = 'GET /articles';
    const schema = existingArticlesSchema;
    const joined = joinedLookUp({ transport, operation, filter, schema, windowMs });
    return async (values: readonly string[], call: CallContext): Promise<ByValue> => {
      const ownCall = withManyListeners(call);
      const found = await Promise.all(
        [...new Set(values)].map(async (value) => {
          const answers = await joined.add(value, ownCall);
          const articles = answers
            .flatMap((answer) => answer.value)
            .filter((held) => held[member]?.trim() === value);
          const distinct = new Map(
            articles.map((held) => [`${held.articleSystemId} ${held.articleNumber ?? ''}`, held]),
          );
          return [value, [...distinct.values()]] as const;
        }),
      );
      return new Map(found);
    };
  };
  return {
    /** The articles that carry each of the product codes, each article once. */
    withProductCodes: by('productCodes', 'productCode'),
    /** The articles with each of the numbers: one at most, as far as the vendor keeps its word. */
    withNumbers: by('articleNumbers', 'articleNumber'),
  };
}
export type ExistingArticles = ReturnType<typeof existingArticles>;

/** Each value listens for the abort; Node takes more than ten listeners for a leak. */
function withManyListeners(call: CallContext): CallContext {
  const signal = AbortSignal.any([call.signal]);
  setMaxListeners(0, signal);
  return { ...call, signal };
}
