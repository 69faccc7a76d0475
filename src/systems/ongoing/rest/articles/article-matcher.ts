import type { Article, ArticleOutcome, WantedArticle } from '../../../../domain/article.ts';
import type { CallContext } from '../../../kit/call-context.ts';
import { sameNumber } from './article-equality.ts';
import { named, numberUsedTwice, onSeveralArticles } from './article-faults.ts';
import type { ExistingArticles } from './existing-articles.ts';
import type { ExistingArticle } from '../schema.ts';

/** Who has an article number. */
interface Holder {
  /** Undefined for an article that is only about to come into being. */
  readonly articleSystemId: string | undefined;
  /** Empty for an article of no product. */
  readonly productCode: string;
}

/** What is to be done about one article. */
export type Plan =
  | { readonly kind: 'write'; readonly held: ExistingArticle | undefined }
  | { readonly kind: 'settled'; readonly outcome: ArticleOutcome }
  /** Another article has the number now; it may lose it before the end. */
  | { readonly kind: 'number taken'; readonly outcome: ArticleOutcome };

/**
 * What stands at the warehouse of the wanted articles, kept true while they are written. They are read
 * by product code, and by number those that stand elsewhere or nowhere.
 */
export async function articleMatcher(
  existing: ExistingArticles,
  articles: readonly Article[],
  call: CallContext,
) {
  const codes = articles.map(({ productCode }) => productCode);
  const byCode = await existing.withProductCodes(codes, call);
  const elsewhere = articles.filter(
    (article) => byCode.get(article.productCode)?.some((one) => sameNumber(one, article)) !== true,
  );
  const numbers = elsewhere.map(({ articleNumber }) => articleNumber.trim());
  const byNumber = await existing.withNumbers(numbers, call);
  const holders = new Map<string, Holder>();
  for (const held of [...byCode.values(), ...byNumber.values()].flat()) {
    const number = held.articleNumber?.trim() ?? '';
    const productCode = held.productCode?.trim() ?? '';
    const known = holders.get(number);
    if (number !== '' && (known === undefined || known.productCode === '')) {
      holders.set(number, { articleSystemId: held.articleSystemId, productCode });
    }
  }

  /** The product stands where its code does; else an article of no product with its number is it. */
  function plan({ article, onlyIfHeld }: WantedArticle): Plan {
    const { productCode, articleNumber } = article;
    const [coded, ...others] = byCode.get(productCode) ?? [];
    if (others.length > 0) {
      const all = [coded, ...others].map((one) => one?.articleNumber?.trim() ?? '');
      const fault = onSeveralArticles(named(article), 'The product', all);
      return { kind: 'settled', outcome: { kind: 'failed', faults: [fault] } };
    }
    const holder = holders.get(articleNumber.trim());
    const isOurs =
      coded === undefined
        ? holder?.productCode === '' || holder?.productCode === productCode
        : holder?.articleSystemId === coded.articleSystemId;
    const numbered = isOurs ? (byNumber.get(articleNumber.trim()) ?? []) : [];
    const held = coded ?? numbered.find((one) => one.articleSystemId === holder?.articleSystemId);
    if (held === undefined && onlyIfHeld) {
      return { kind: 'settled', outcome: { kind: 'skipped', why: 'expired' } };
    }
    if (holder !== undefined && !isOurs) {
      return { kind: 'number taken', outcome: numberUsedTwice(article, holder.productCode) };
    }
    return { kind: 'write', held };
  }

  /** Nobody else gets the number of an article that is being written. */
  function claim({ productCode, articleNumber }: Article, held: ExistingArticle | undefined): void {
    const articleSystemId = held?.articleSystemId;
    holders.set(articleNumber.trim(), { articleSystemId, productCode });
  }

  /** An article was written: where its number changed, the old one is free. */
  function wrote(article: Article, held: ExistingArticle | undefined): void {
    if (held === undefined || sameNumber(held, article)) return;
    const before = held.articleNumber?.trim() ?? '';
    if (holders.get(before)?.articleSystemId === held.articleSystemId) {
      holders.delete(before);
    }
  }

  return { plan, claim, wrote };
}
export type ArticleMatcher = Awaited<ReturnType<typeof articleMatcher>>;
