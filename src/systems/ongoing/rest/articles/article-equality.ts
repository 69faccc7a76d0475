import type { Article, WantedArticle } from '../../../../domain/article.ts';
import { compareDecimals, isDecimalText } from '../../../../domain/decimal.ts';
import type { ExtraFields } from '../../../../domain/order.ts';
import { articleExtraFieldTargets, articleReadAt } from './article-field-targets.ts';
import { differs, valueAt } from '../existing-value.ts';
import { presentTexts } from '../members.ts';
import { sameText } from '../same-text.ts';
import type { ExistingArticle } from '../schema.ts';

/**
 * Whether the warehouse's article already says everything that is wanted of it. What the source
 * doesn't say isn't compared. A supplier's address is never given back, so a supplier that changed
 * counts as a difference.
 */
export function saysAll(held: ExistingArticle, { article, writeSupplier }: WantedArticle): boolean {
  return (
    sameNumber(held, article) &&
    held.productCode?.trim() === article.productCode &&
    says(held.articleName, article.name) &&
    says(held.description, article.description) &&
    sameBarCode(held, article) &&
    sameWeight(held, article) &&
    sameSupplier(held, article) &&
    !(writeSupplier === true && article.supplier !== undefined) &&
    sameExtras(held, article)
  );
}

/** Whether the warehouse's article stands under the wanted number. */
export function sameNumber(held: ExistingArticle, article: Article): boolean {
  return held.articleNumber?.trim() === article.articleNumber.trim();
}

export function sameBarCode(held: ExistingArticle, { barCode }: Article): boolean {
  return says(held.barCodeInfo?.barCode, barCode);
}

/** As far as the vendor gives a supplier back: its number and its name. */
export function sameSupplier({ supplierInfo }: ExistingArticle, { supplier }: Article): boolean {
  return (
    says(supplierInfo?.supplierNumber, supplier?.number) &&
    says(supplierInfo?.supplierName, supplier?.name)
  );
}

function sameWeight(held: ExistingArticle, { weightKg }: Article): boolean {
  if (weightKg === undefined) return true;
  return isDecimalText(weightKg) && compareDecimals(weightKg, held.weight ?? '0') === 0;
}

/** The article's extra fields, with its own terms that stand among them. */
export function articleFields({ customsNumber, extra }: Article): ExtraFields {
  return { ...presentTexts({ statisticsNumber: customsNumber }), ...extra };
}

function sameExtras(held: ExistingArticle, article: Article): boolean {
  return Object.entries(articleFields(article)).every(([path, wanted]) => {
    const readAt = (articleReadAt[path] ?? path).split('.');
    return !differs(articleExtraFieldTargets[path]?.type, wanted, valueAt(held, readAt));
  });
}

function says(held: string | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || sameText(held, wanted);
}
