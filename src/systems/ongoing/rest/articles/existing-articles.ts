import { setMaxListeners } from 'node:events';

import type { CallContext } from '../../../kit/call-context.ts';
import { JoinedLookUp } from '../joined-look-up.ts';
import { existingArticlesSchema, type ExistingArticle } from '../schema.ts';
import type { Transport } from '../transport.ts';

/**
 * Reads articles, joined with others who look for some. Articles that the warehouse has marked
 * inactive count: whether they may be ordered is the warehouse's to say.
 */
export function existingArticles(transport: Transport, windowMs: number) {
  const articles = {
    transport,
    operation: 'GET /articles' as const,
    schema: existingArticlesSchema,
    windowMs,
  };
  const byProductCode = new JoinedLookUp({ ...articles, filter: 'productCodes' });
  const byArticleNumber = new JoinedLookUp({ ...articles, filter: 'articleNumbers' });

  /** The articles that carry each of the product codes, each article once. */
  async function withProductCodes(
    productCodes: readonly string[],
    call: CallContext,
  ): Promise<ReadonlyMap<string, readonly ExistingArticle[]>> {
    return await find(byProductCode, productCodes, 'productCode', call);
  }

  /** The articles with each of the numbers: one at most, as far as the vendor keeps its word. */
  async function withNumbers(
    articleNumbers: readonly string[],
    call: CallContext,
  ): Promise<ReadonlyMap<string, readonly ExistingArticle[]>> {
    return await find(byArticleNumber, articleNumbers, 'articleNumber', call);
  }

  return { withProductCodes, withNumbers };
}
export type ExistingArticles = ReturnType<typeof existingArticles>;

async function find(
  lookUp: JoinedLookUp<typeof existingArticlesSchema>,
  values: readonly string[],
  member: 'productCode' | 'articleNumber',
  call: CallContext,
): Promise<ReadonlyMap<string, readonly ExistingArticle[]>> {
  const ownCall = withManyListeners(call);
  const found = await Promise.all(
    [...new Set(values)].map(async (value) => {
      const answers = await lookUp.find(value, ownCall);
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
}

/** Each value listens for the abort; Node takes more than ten listeners for a leak. */
function withManyListeners(call: CallContext): CallContext {
  const signal = AbortSignal.any([call.signal]);
  setMaxListeners(0, signal);
  return { ...call, signal };
}
