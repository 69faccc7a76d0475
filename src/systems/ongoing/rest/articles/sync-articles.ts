import type { Article, ArticleOutcome, WantedArticle } from '../../../../domain/article.ts';
import type { MappingProblem } from '../../../../domain/mapping-problem.ts';
import type { CallContext } from '../../../kit/call-context.ts';
import { articleMatcher } from './article-matcher.ts';
import { type ArticleFlow, articleWriter, type Trouble } from './article-writer.ts';

/**
 * Makes the warehouse's articles equal to the wanted ones, writing only those in which something
 * differs. Where two want the same number, the one that has it keeps it; else the first by id gets it.
 * A number that is taken by an article which gets another one in the same call is free after that.
 */
export async function syncArticles(
  flow: ArticleFlow,
  wanted: readonly WantedArticle[],
  call: CallContext,
  trouble: Trouble,
  settled: (productCode: string, outcome: ArticleOutcome) => void = () => undefined,
): Promise<ArticleOutcome[]> {
  const byCode = new Map(wanted.map((one) => [one.article.productCode, one]));
  let waiting = [...byCode.values()].sort((a, b) =>
    a.article.productCode.localeCompare(b.article.productCode, 'en', { numeric: true }),
  );
  const matcher = await articleMatcher(
    flow.held,
    waiting.map(({ article }) => article),
    call,
  );
  const writer = articleWriter(flow, matcher, trouble);
  const outcomes = new Map<string, ArticleOutcome>();
  while (waiting.length > 0) {
    const taken: WantedArticle[] = [];
    for (const one of waiting) {
      const { productCode } = one.article;
      const plan = matcher.plan(one);
      if (plan.kind === 'write') {
        const outcome = await writer.write(one, plan.held, call);
        outcomes.set(productCode, outcome);
        settled(productCode, outcome);
      } else {
        outcomes.set(productCode, plan.outcome);
        if (plan.kind === 'number taken') taken.push(one);
      }
    }
    if (taken.length === waiting.length) break;
    waiting = taken;
  }
  return wanted.map(
    ({ article }) => outcomes.get(article.productCode) ?? { kind: 'failed', faults: [] },
  );
}

/** Puts articles there for an order that waits for them; gives what is wrong with those it can't put. */
export async function putArticles(
  flow: ArticleFlow,
  articles: readonly Article[],
  call: CallContext,
): Promise<MappingProblem[]> {
  const wanted = articles.map((article) => ({ article, onlyIfHeld: false }));
  const outcomes = await syncArticles(flow, wanted, call, 'ends the call');
  return outcomes.flatMap((outcome) => {
    if (outcome.kind === 'failed') return outcome.faults;
    return outcome.kind === 'skipped' && outcome.fault !== undefined ? [outcome.fault] : [];
  });
}
