import { type ExtraFieldTarget, target } from '../orders/extra-field-targets.ts';

const text = (maxLength?: number): ExtraFieldTarget => target('article', 'text', maxLength);
const decimal = target('article', 'decimal');
const integer = target('article', 'integer');
const boolean = target('article', 'boolean');

/**
 * Every field that `articles.extraFields` may fill, by its path in the REST body; those that the
 * mapping owns aren't among them, nor those that the vendor never gives back: a change in one of
 * them alone couldn't be seen. `purcaseCurrencyCode` is spelt so by the vendor.
 */
export const articleExtraFieldTargets: Readonly<Record<string, ExtraFieldTarget>> = {
  unitCode: text(),
  isStockArticle: boolean,
  isActive: boolean,
  'articleGroup.code': text(),
  'articleGroup.name': text(),
  'articleCategory.code': text(),
  'articleCategory.name': text(),
  'articleColor.code': text(),
  'articleColor.name': text(),
  'articleSize.code': text(),
  'articleSize.name': text(),
  'supplierInfo.supplierArticleNumber': text(),
  'barCodeInfo.barCodePackage': text(),
  'barCodeInfo.barCodePallet': text(),
  quantityPerPackage: integer,
  quantityPerPallet: integer,
  subQuantityPerItem: decimal,
  netWeight: decimal,
  length: decimal,
  width: decimal,
  height: decimal,
  volume: decimal,
  purchasePrice: decimal,
  stockValuationPrice: decimal,
  customerPrice: decimal,
  purcaseCurrencyCode: text(20),
  countryOfOriginCode: text(),
  statisticsNumber: text(),
  additionalStatisticsNumber: text(),
  customsDescription: text(),
  customsExportConditions: text(),
  stockLimit: integer,
  minimumReorderQuantity: decimal,
  linkToPicture: text(),
  minDaysToExpiryDateAllowedOnDelivery: integer,
  'storageClass.name': text(),
  'storageProperties.isObsolete': boolean,
  'storageProperties.isSerialNumberArticle': boolean,
  'storageProperties.isBatchArticle': boolean,
  'storageProperties.isExpiryDateArticle': boolean,
  'freeValues.freeText1': text(300),
  'freeValues.freeText2': text(300),
  'freeValues.freeText3': text(300),
  'freeValues.freeText4': text(300),
  'freeValues.freeText5': text(300),
  'freeValues.freeText6': text(300),
  'freeValues.freeText7': text(300),
  'freeValues.freeText8': text(300),
  'freeValues.freeDecimal1': decimal,
  'freeValues.freeDecimal2': decimal,
  'freeValues.freeDecimal3': decimal,
  'freeValues.freeBoolean1': boolean,
  'freeValues.freeBoolean2': boolean,
  'freeValues.freeBoolean3': boolean,
  articleInboundHandlingComment: text(),
  articlePickingHandlingComment: text(),
  articleReturnHandlingComment: text(),
};

/** Where `GET /articles` gives a field back, where that isn't the path under which it was written. */
export const articleReadAt: Readonly<Record<string, string>> = {
  articleInboundHandlingComment: 'articleHandlingComments.articleInboundHandlingComment',
  articlePickingHandlingComment: 'articleHandlingComments.articlePickingHandlingComment',
  articleReturnHandlingComment: 'articleHandlingComments.articleReturnHandlingComment',
};
