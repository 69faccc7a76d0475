import type { Article, ArticlesRead } from '../../../domain/article.ts';
import type { MappingProblem } from '../../../domain/mapping-problem.ts';
import type { CallContext } from '../../kit/call-context.ts';
import { type ArticleMappingSettings, mapArticle, missingProduct } from '../mapping/article.ts';
import type { Products } from './products.ts';

/**
 * The articles behind product codes, each once, and what is wrong with those that aren't any. A product
 * that has expired is an article all the same: it is on an order.
 */
export async function readArticles(
  products: Products,
  settings: ArticleMappingSettings,
  productCodes: readonly string[],
  call: CallContext,
): Promise<ArticlesRead> {
  const unique = [...new Set(productCodes)];
  const found = await products.find(unique, call);
  const articles: Article[] = [];
  const faults: MappingProblem[] = [];
  for (const [index, productCode] of unique.entries()) {
    const source = found[index]?.source;
    const result =
      source === undefined
        ? { faults: [missingProduct(productCode)] }
        : mapArticle(productCode, source, settings);
    if ('article' in result) articles.push(result.article);
    else faults.push(...result.faults);
  }
  return { articles, faults };
}
