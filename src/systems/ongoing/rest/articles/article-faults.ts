import type { Article, ArticleOutcome } from '../../../../domain/article.ts';
import { isDecimalText } from '../../../../domain/decimal.ts';
import type { MappingProblem } from '../../../../domain/mapping-problem.ts';
import { systemName } from '../errors.ts';

/** An article as people know it. */
export function named({ productCode, articleNumber }: Article): string {
  return productCode === articleNumber
    ? `Product ${productCode}`
    : `Product ${productCode} (${articleNumber})`;
}

export function unfitWeight(article: Article): MappingProblem[] {
  if (article.weightKg === undefined || isDecimalText(article.weightKg)) return [];
  return [
    {
      field: `${named(article)}, weight`,
      problem: 'The weight isn’t a number.',
      todo: 'Correct the product’s weight at the source.',
    },
  ];
}

/** @param other the product that has the number; empty where it is an article of no product. */
export function numberUsedTwice(article: Article, other: string): ArticleOutcome {
  const holder = other === '' ? 'another article' : `product ${other}`;
  const fault: MappingProblem = {
    field: named(article),
    problem: `Its number ${article.articleNumber} already belongs to ${holder} in ${systemName}.`,
    todo:
      other === ''
        ? `Give one of the two another number, or remove the other article in ${systemName}.`
        : 'Give one of the two products another number at the source.',
  };
  return { kind: 'skipped', why: 'number used twice', fault };
}

/** @param field what is concerned, as people know it: `Line 3`, or the product itself */
export function onSeveralArticles(
  field: string,
  product: string,
  numbers: readonly string[],
): MappingProblem {
  return {
    field,
    problem: `${product} stands on several articles in ${systemName}: ${numbers.join(', ')}.`,
    todo: 'Leave the product code on one of them in the warehouse.',
  };
}

/** @param words the vendor's, fit for an operator */
export function refused(article: Article, words: string): MappingProblem {
  return {
    field: named(article),
    problem: `${systemName} refuses the article: “${words}”.`,
    todo: 'Correct the product at the source.',
  };
}

/** The vendor fails over this article while others go through. */
export function notTaken(article: Article, problem: string): MappingProblem {
  return {
    field: named(article),
    problem,
    todo: `Look at the article in ${systemName}; it is written again when the product changes.`,
  };
}
