import type { Article } from '../../../domain/article.ts';
import {
  compareDecimals,
  isDecimalText,
  multiplyDecimals,
  normalDecimal,
} from '../../../domain/decimal.ts';
import type { MappingProblem } from '../../../domain/mapping-problem.ts';
import type { Product } from '../schema/product.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';
import { systemName } from '../system-name.ts';
import { extraFieldsOf, wantedArticleFields } from './extra-fields.ts';
import { MappingProblems } from '../../kit/mapping/mapping-problems.ts';
import { unreadableItem } from './unreadable.ts';

/** What the mapping needs of the settings. */
export type ArticleMappingSettings = Pick<TwentyFourSevenOfficeSettings, 'timeZone'> & {
  readonly articles: Pick<TwentyFourSevenOfficeSettings['articles'], 'weightUnit' | 'extraFields'>;
};

/** An article, or why the product can't be one. */
export type MappedArticle =
  { readonly article: Article } | { readonly faults: readonly MappingProblem[] };

/** A product as the warehouse needs it. */
export function mapArticle(
  productCode: string,
  product: Product,
  { articles, timeZone }: ArticleMappingSettings,
): MappedArticle {
  const field = `Product ${productCode}`;
  if (product.APIException !== undefined) {
    return { faults: [unreadableItem(field, `product ${productCode}`, product.APIException)] };
  }
  const faults = new MappingProblems();
  if (product.No === undefined) {
    const named = product.Name === undefined ? '' : ` ("${product.Name}")`;
    faults.add(
      field,
      `Product ${productCode}${named} has no article number in ${systemName}.`,
      'Give the product a number there.',
    );
  }
  const weightKg = weightOf(product, field, articles.weightUnit, faults);
  const wanted = wantedArticleFields(articles.extraFields);
  const extra = extraFieldsOf(product, wanted, field, timeZone, faults);
  if (product.No === undefined || faults.all.length > 0) return { faults: faults.all };
  return {
    article: {
      productCode,
      articleNumber: product.No,
      name: product.Name,
      description: product.Description,
      barCode: product.EAN1,
      weightKg,
      extra,
    },
  };
}

/** What is wrong where the source doesn't have the product at all. */
export const missingProduct = (productCode: string): MappingProblem => ({
  field: `Product ${productCode}`,
  problem: `Product ${productCode} isn't in ${systemName} any more.`,
  todo: `Replace it on the order in ${systemName}.`,
});

/** A weight of 0 means that nobody entered one; the warehouse may know better. */
function weightOf(
  product: Product,
  field: string,
  unit: TwentyFourSevenOfficeSettings['articles']['weightUnit'],
  faults: MappingProblems,
): string | undefined {
  const weight = product.Weight;
  if (weight === undefined) return undefined;
  if (!isDecimalText(weight) || compareDecimals(weight, '0') < 0) {
    return faults.add(
      field,
      `The weight of product ${product.No ?? product.Id ?? ''} is "${weight}".`,
      `Correct the weight in ${systemName}.`,
    );
  }
  if (compareDecimals(weight, '0') === 0) return undefined;
  return normalDecimal(unit === 'g' ? multiplyDecimals(weight, '0.001') : weight);
}
