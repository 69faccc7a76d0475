import { article } from '../../contract/article.ts';
import { type ExtraFieldTarget, targetsAt } from '../orders/extra-field-targets.ts';

const notOfArticle = [
  'goodsOwnerId',
  'articleNumber',
  'articleName',
  'productCode',
  'description',
  'supplierInfo.supplierNumber',
  'supplierInfo.supplierName',
  'supplierInfo.advanced',
  'barCodeInfo.barCode',
  'weight',
  // The vendor doesn't give these back.
  'quantityPerLayerOnPallet',
  'freeValues.freeDateTime1',
  'articlePackingHandlingComment',
  'advanced',
];

/**
 * Every field that `articles.extraFields` may fill, by its path in the REST body; those that the
 * mapping owns aren't among them, nor those that the vendor never gives back: a change in one of
 * them alone couldn't be seen.
 */
export const articleExtraFieldTargets: Readonly<Record<string, ExtraFieldTarget>> =
  Object.fromEntries(targetsAt('article', article, notOfArticle));

/** Where `GET /articles` gives a field back, where that isn't the path under which it was written. */
export const articleReadAt: Readonly<Record<string, string>> = {
  articleInboundHandlingComment: 'articleHandlingComments.articleInboundHandlingComment',
  articlePickingHandlingComment: 'articleHandlingComments.articlePickingHandlingComment',
  articleReturnHandlingComment: 'articleHandlingComments.articleReturnHandlingComment',
};
