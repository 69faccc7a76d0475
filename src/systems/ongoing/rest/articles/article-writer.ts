import type { ArticleOutcome, WantedArticle } from '../../../../domain/article.ts';
import { SystemFailure } from '../../../../domain/system-failure.ts';
import type { CallContext } from '../../../kit/call-context.ts';
import { articleBody, articleEchoes } from './article-body.ts';
import { sameNumber, saysAll } from './article-equality.ts';
import { notTaken, refused } from './article-faults.ts';
import type { ArticleNumbers } from './article-numbers.ts';
import type { ArticleMatcher } from './article-matcher.ts';
import { Refusal } from '../../../kit/errors/failures.ts';
import type { ExistingArticles } from './existing-articles.ts';
import { articleWrittenSchema, type ExistingArticle } from '../schema.ts';
import type { Transport } from '../transport.ts';

/** What the flows around articles work with. */
export interface ArticleFlow {
  readonly transport: Transport;
  readonly held: ExistingArticles;
  readonly numbers: ArticleNumbers;
}

/**
 * What a write does that fails without a reason: it ends the call, to be repeated; or it is tried
 * once more and then told as that article's failure, so that one article can't hold up the rest.
 */
export type Trouble = 'ends the call' | 'fails the article';

/** So many articles that fail one after another without a reason are the vendor's trouble. */
const mostInARow = 5;

/** Writes articles, one call each, as the vendor has no other way. */
export function articleWriter(flow: ArticleFlow, matcher: ArticleMatcher, trouble: Trouble) {
  let failedInARow = 0;

  /**
   * Writes the article where something differs.
   * @param held what stands at the warehouse; undefined: it is to be created
   */
  async function write(
    wanted: WantedArticle,
    held: ExistingArticle | undefined,
    call: CallContext,
  ): Promise<ArticleOutcome> {
    if (held !== undefined && saysAll(held, wanted)) {
      remember(wanted);
      return { kind: 'unchanged' };
    }
    try {
      return await put(wanted, held, call);
    } catch (error) {
      if (trouble === 'ends the call' || !mayBeItsFault(error)) throw error;
      return await again(wanted, held, call);
    }
  }

  /** Tries once more after a failure without a reason; the first try may have been carried out. */
  async function again(
    wanted: WantedArticle,
    held: ExistingArticle | undefined,
    call: CallContext,
  ): Promise<ArticleOutcome> {
    const { article } = wanted;
    const found = await flow.held.withProductCodes([article.productCode], call);
    const now = found.get(article.productCode)?.at(0) ?? held;
    if (now !== undefined && saysAll(now, wanted)) return written(wanted, held);
    try {
      const outcome = await put(wanted, now, call);
      return outcome.kind === 'failed' ? outcome : written(wanted, held);
    } catch (error) {
      if (!mayBeItsFault(error)) throw error;
      failedInARow += 1;
      if (failedInARow >= mostInARow) throw error;
      return { kind: 'failed', faults: [notTaken(article, error.message)] };
    }
  }

  async function put(
    wanted: WantedArticle,
    held: ExistingArticle | undefined,
    call: CallContext,
  ): Promise<ArticleOutcome> {
    const { article } = wanted;
    const { transport } = flow;
    const { body, faults } = articleBody(wanted, transport.settings.goodsOwnerId, held);
    if (faults.length > 0) return { kind: 'failed', faults };
    matcher.claim(article, held);
    // Under a new number a PUT by number would make a second article.
    const byId = held !== undefined && !sameNumber(held, article);
    try {
      await transport.call(call, {
        ...(byId
          ? {
              operation: 'PUT /articles/{articleSystemId}',
              ids: { articleSystemId: held.articleSystemId },
            }
          : { operation: 'PUT /articles' }),
        body,
        schema: articleWrittenSchema,
        echoes: articleEchoes(article),
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failedInARow = 0;
      return { kind: 'failed', faults: [refused(article, error.words)] };
    }
    return written(wanted, held);
  }

  function written(wanted: WantedArticle, held: ExistingArticle | undefined): ArticleOutcome {
    failedInARow = 0;
    matcher.wrote(wanted.article, held);
    remember(wanted);
    return { kind: held === undefined ? 'created' : 'updated' };
  }

  function remember({ article: { productCode, articleNumber } }: WantedArticle): void {
    flow.numbers.remember(productCode, articleNumber.trim());
  }

  return { write };
}

/** The vendor failed over this very request, as far as can be seen: others may go through. */
function mayBeItsFault(error: unknown): error is SystemFailure {
  if (!(error instanceof SystemFailure) || error.decision.kind !== 'retry') return false;
  const { answerLost, unreachable, afterMs } = error.decision;
  return answerLost === true && unreachable !== true && afterMs === undefined;
}
