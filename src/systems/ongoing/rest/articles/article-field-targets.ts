import { article } from '../../contract/article.ts';
import type { PathOf } from '../../contract/member.ts';
import { type ExtraFieldTarget, targetsAt } from '../orders/extra-field-targets.ts';

const paths: readonly PathOf<typeof article>[] = [
  'unitCode',
  'isStockArticle',
  'isActive',
  'articleGroup.code',
  'articleGroup.name',
  'articleCategory.code',
  'articleCategory.name',
  'articleColor.code',
  'articleColor.name',
  'articleSize.code',
  'articleSize.name',
  'supplierInfo.supplierArticleNumber',
  'barCodeInfo.barCodePackage',
  'barCodeInfo.barCodePallet',
  'quantityPerPackage',
  'quantityPerPallet',
  'subQuantityPerItem',
  'netWeight',
  'length',
  'width',
  'height',
  'volume',
  'purchasePrice',
  'stockValuationPrice',
  'customerPrice',
  'purcaseCurrencyCode',
  'countryOfOriginCode',
  'statisticsNumber',
  'additionalStatisticsNumber',
  'customsDescription',
  'customsExportConditions',
  'stockLimit',
  'minimumReorderQuantity',
  'linkToPicture',
  'minDaysToExpiryDateAllowedOnDelivery',
  'storageClass.name',
  'storageProperties.isObsolete',
  'storageProperties.isSerialNumberArticle',
  'storageProperties.isBatchArticle',
  'storageProperties.isExpiryDateArticle',
  'freeValues.freeText1',
  'freeValues.freeText2',
  'freeValues.freeText3',
  'freeValues.freeText4',
  'freeValues.freeText5',
  'freeValues.freeText6',
  'freeValues.freeText7',
  'freeValues.freeText8',
  'freeValues.freeDecimal1',
  'freeValues.freeDecimal2',
  'freeValues.freeDecimal3',
  'freeValues.freeBoolean1',
  'freeValues.freeBoolean2',
  'freeValues.freeBoolean3',
  'articleInboundHandlingComment',
  'articlePickingHandlingComment',
  'articleReturnHandlingComment',
];

/**
 * Every field that `articles.extraFields` may fill, by its path in the REST body; those that the
 * mapping owns aren't among them, nor those that the vendor never gives back: a change in one of
 * them alone couldn't be seen.
 */
export const articleExtraFieldTargets: Readonly<Record<string, ExtraFieldTarget>> =
  Object.fromEntries(targetsAt('article', article, paths));

/** Where `GET /articles` gives a field back, where that isn't the path under which it was written. */
export const articleReadAt: Readonly<Record<string, string>> = {
  articleInboundHandlingComment: 'articleHandlingComments.articleInboundHandlingComment',
  articlePickingHandlingComment: 'articleHandlingComments.articlePickingHandlingComment',
  articleReturnHandlingComment: 'articleHandlingComments.articleReturnHandlingComment',
};
