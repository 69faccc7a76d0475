import type { Article } from '../../domain/article.ts';
import { compareDecimals, isDecimalText } from '../../domain/decimal.ts';
import type { Fault } from '../../domain/fault.ts';
import type { Call } from '../call.ts';
import type { ArticleNumbers } from './article-numbers.ts';
import { Refusal, systemName } from './errors.ts';
import { exactNumber } from './exact-json.ts';
import { articleTooLong } from './lengths.ts';
import { articleWrittenSchema, type HeldArticle } from './schema.ts';
import type { Transport } from './transport.ts';

/**
 * Creates or updates articles, one call each, as the vendor has no other way; those that the
 * warehouse already holds unchanged aren't written.
 *
 * The warehouse knows an article by its number and takes a new number for a new article. So a number
 * that belongs to another product, and a product that already stands under another number, are told
 * instead of written: the first would turn one product into another, the second would leave two
 * articles for one product, and no order could name it any more.
 */
export async function putArticles(
  transport: Transport,
  articles: ArticleNumbers,
  wanted: readonly Article[],
  call: Call,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const looked = await articles.heldFor(wanted, call);
  const taken = new Map<string, string>();
  for (const [index, article] of wanted.entries()) {
    const { productCode, articleNumber } = article;
    const held = looked[index];
    const other = held?.underNumber?.productCode?.trim() || taken.get(articleNumber) || productCode;
    if (other !== productCode) {
      faults.push(numberTaken(article, other));
      continue;
    }
    if (held?.otherNumber !== undefined) {
      faults.push(renumbered(article, held.otherNumber));
      continue;
    }
    const unfit = [...articleTooLong(article), ...unfitWeight(article)];
    if (unfit.length > 0) {
      faults.push(...unfit);
      continue;
    }
    taken.set(articleNumber, productCode);
    if (held?.underNumber === undefined || !holds(held.underNumber, article)) {
      const refused = await putOne(transport, article, call);
      if (refused !== undefined) {
        faults.push(refused);
        continue;
      }
    }
    articles.remember(productCode, articleNumber);
  }
  return faults;
}

async function putOne(
  transport: Transport,
  article: Article,
  call: Call,
): Promise<Fault | undefined> {
  const { productCode, articleNumber, name, description, barCode, weightKg } = article;
  try {
    await transport.call(call, {
      operation: 'PUT /articles',
      method: 'PUT',
      path: '/articles',
      body: {
        goodsOwnerId: transport.settings.goodsOwnerId,
        articleNumber,
        productCode,
        articleName: name,
        description,
        barCodeInfo: barCode === undefined ? undefined : { barCode },
        weight: weightKg === undefined ? undefined : exactNumber(weightKg),
      },
      schema: articleWrittenSchema,
      echoes: {
        personal: [],
        known: [productCode, articleNumber, ...(barCode === undefined ? [] : [barCode])],
      },
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      field: named(article),
      problem: `${systemName} refuses the article: “${error.words}”.`,
      todo: 'Correct the product at the source.',
    };
  }
}

/** Whether the warehouse's article already says what the source says of it. */
function holds(held: HeldArticle, article: Article): boolean {
  const same = (value: string | undefined, heldValue: string | undefined): boolean =>
    value === undefined || value.trim() === (heldValue ?? '').trim();
  return (
    same(article.productCode, held.productCode) &&
    same(article.name, held.articleName) &&
    same(article.description, held.description) &&
    same(article.barCode, held.barCodeInfo?.barCode) &&
    (article.weightKg === undefined || compareDecimals(article.weightKg, held.weight ?? '0') === 0)
  );
}

function unfitWeight(article: Article): Fault[] {
  if (article.weightKg === undefined || isDecimalText(article.weightKg)) return [];
  return [
    {
      field: `${named(article)}, weight`,
      problem: 'The weight isn’t a number.',
      todo: 'Correct the product’s weight at the source.',
    },
  ];
}

function numberTaken(article: Article, other: string): Fault {
  return {
    field: named(article),
    problem: `Its number ${article.articleNumber} already belongs to product ${other} in ${systemName}.`,
    todo: 'Give one of the two products another number at the source.',
  };
}

function renumbered(article: Article, heldNumber: string): Fault {
  return {
    field: named(article),
    problem: `It stands in ${systemName} as article ${heldNumber}; the source now calls it ${article.articleNumber}.`,
    todo: 'Change the article’s number in the warehouse to the new one; orders go on with the old one until then.',
  };
}

function named({ productCode, articleNumber }: Article): string {
  return productCode === articleNumber
    ? `Product ${productCode}`
    : `Product ${productCode} (${articleNumber})`;
}
