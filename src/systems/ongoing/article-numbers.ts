import { setMaxListeners } from 'node:events';

import type { Article } from '../../domain/article.ts';
import type { Call } from '../call.ts';
import { JoinedLookUp } from './joined-look-up.ts';
import { heldArticlesSchema, type HeldArticle } from './schema.ts';
import type { Transport } from './transport.ts';

const mostRemembered = 50_000;

/** What stands behind product codes. */
export interface ResolvedArticles {
  /** Product code → article number. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Product codes without an article. */
  readonly unknown: readonly string[];
  /** Product codes that several articles carry, with their numbers. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
  /** Some numbers weren't read now: an article may have been renamed since. */
  readonly fromMemory: boolean;
}

/** What the warehouse holds of an article. */
export interface HeldFor {
  /** The article with its number. */
  readonly underNumber?: HeldArticle | undefined;
  /** The number under which its product stands instead, where that number is without a product. */
  readonly otherNumber?: string | undefined;
}

/**
 * Finds articles. An order line of REST names its article by number only, while the source knows the
 * product by its id, so the number is looked up: joined with others, and remembered once found. A
 * product without an article isn't remembered, it is about to get one. Articles that the warehouse
 * has marked inactive count: whether they may be ordered is the warehouse's to say.
 */
export class ArticleNumbers {
  readonly #byProductCode: JoinedLookUp<typeof heldArticlesSchema>;
  readonly #byArticleNumber: JoinedLookUp<typeof heldArticlesSchema>;
  readonly #remembered = new Map<string, string>();

  constructor(transport: Transport, windowMs: number) {
    const articles = {
      transport,
      operation: 'GET /articles',
      path: '/articles',
      schema: heldArticlesSchema,
      windowMs,
    };
    this.#byProductCode = new JoinedLookUp({ ...articles, filter: 'productCodes' });
    this.#byArticleNumber = new JoinedLookUp({ ...articles, filter: 'articleNumbers' });
  }

  /** The article numbers behind the product codes. */
  async resolve(productCodes: readonly string[], call: Call): Promise<ResolvedArticles> {
    const numbers = new Map<string, string>();
    const unknown: string[] = [];
    const ambiguous = new Map<string, readonly string[]>();
    let fromMemory = false;
    const ownCall = withManyListeners(call);
    await Promise.all(
      [...new Set(productCodes)].map(async (code) => {
        const remembered = this.#recall(code);
        if (remembered !== undefined) {
          fromMemory = true;
          numbers.set(code, remembered);
          return;
        }
        const [only, ...others] = await this.#numbersBehind(code, ownCall);
        if (only === undefined) unknown.push(code);
        else if (others.length > 0) ambiguous.set(code, [only, ...others]);
        else {
          this.remember(code, only);
          numbers.set(code, only);
        }
      }),
    );
    return { numbers, unknown, ambiguous, fromMemory };
  }

  /** What the warehouse holds of each of the articles, read now. */
  async heldFor(articles: readonly Article[], call: Call): Promise<HeldFor[]> {
    const ownCall = withManyListeners(call);
    return await Promise.all(
      articles.map(async ({ productCode, articleNumber }): Promise<HeldFor> => {
        const answers = await this.#byArticleNumber.find(articleNumber, ownCall);
        const underNumber = answers
          .flatMap(({ value }) => value)
          .find((held) => held.articleNumber?.trim() === articleNumber);
        if ((underNumber?.productCode?.trim() ?? '') !== '') return { underNumber };
        const [other] = await this.#numbersBehind(productCode, ownCall);
        return { underNumber, otherNumber: other };
      }),
    );
  }

  remember(productCode: string, articleNumber: string): void {
    this.#remembered.delete(productCode);
    this.#remembered.set(productCode, articleNumber);
    if (this.#remembered.size <= mostRemembered) return;
    const oldest = this.#remembered.keys().next();
    if (oldest.done !== true) this.#remembered.delete(oldest.value);
  }

  forget(productCodes: readonly string[]): void {
    for (const code of productCodes) this.#remembered.delete(code);
  }

  async #numbersBehind(productCode: string, call: Call): Promise<string[]> {
    const answers = await this.#byProductCode.find(productCode, call);
    const numbers = answers
      .flatMap(({ value }) => value)
      .filter((held) => held.productCode?.trim() === productCode)
      .flatMap((held) => held.articleNumber?.trim() ?? []);
    return [...new Set(numbers)];
  }

  #recall(productCode: string): string | undefined {
    const number = this.#remembered.get(productCode);
    if (number !== undefined) this.remember(productCode, number);
    return number;
  }
}

/** Each line of an order listens for the abort; Node takes more than ten listeners for a leak. */
function withManyListeners(call: Call): Call {
  const signal = AbortSignal.any([call.signal]);
  setMaxListeners(0, signal);
  return { ...call, signal };
}
