import { codeAndName } from './code-and-name.ts';
import type { Shape } from './field.ts';
import {
  choice,
  decimal,
  flag,
  listOf,
  moment,
  object,
  required,
  solid,
  text,
  whole,
} from './field.ts';

const supplierAddress: Shape = {
  name: text(200),
  address: text(200),
  address2: text(200),
  address3: text(200),
  postCode: text(50),
  city: text(200),
  telePhone: text(),
  remark: text(),
  email: text(),
  mobilePhone: text(),
  countryStateCode: text(),
  countryCode: text(2),
  deliveryInstruction: text(300),
  isVisible: flag,
  notifyBySMS: flag,
  notifyByEmail: flag,
  notifyByTelephone: flag,
};

const supplier: Shape = {
  supplierArticleNumber: text(),
  supplierNumber: text(200),
  supplierName: text(200),
};

const numbered = (prefix: string, count: number, field: Shape[string]): Shape =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index + 1}`, field]));

/** What a PUT of an article may hold. `purcaseCurrencyCode` is spelt so by the vendor. */
export const articleShape: Shape = {
  goodsOwnerId: required(whole),
  articleNumber: required(text(100)),
  articleName: text(200),
  productCode: text(),
  unitCode: text(),
  description: text(),
  isStockArticle: flag,
  isActive: flag,
  articleGroup: object(codeAndName()),
  articleCategory: object(codeAndName()),
  articleColor: object(codeAndName()),
  articleSize: object(codeAndName()),
  supplierInfo: object({
    ...supplier,
    advanced: object({
      supplierAddress: object(supplierAddress),
      manufacturersIdentificationCode: text(),
    }),
  }),
  barCodeInfo: object({
    barCode: text(),
    barCodePackage: text(),
    barCodePallet: text(),
    alternativeBarCodes: listOf({
      barCode: text(),
      quantityPerBarCode: decimal,
      barCodeType: object(codeAndName()),
    }),
  }),
  quantityPerPackage: whole,
  quantityPerPallet: whole,
  quantityPerLayerOnPallet: whole,
  subQuantityPerItem: decimal,
  weight: decimal,
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
  articleNameTranslations: listOf({ languageCode: text(20), articleName: text(200) }),
  stockLimit: whole,
  minimumReorderQuantity: decimal,
  linkToPicture: text(),
  structureDefinition: object({
    articleKind: solid(choice('Structure', 'Production')),
    rows: listOf({ articleNumber: required(text(100)), numberOfItems: solid(decimal) }),
  }),
  minDaysToExpiryDateAllowedOnDelivery: whole,
  storageProperties: object({
    isObsolete: flag,
    isSerialNumberArticle: flag,
    isBatchArticle: flag,
    isExpiryDateArticle: flag,
  }),
  freeValues: object({
    ...numbered('freeDecimal', 3, decimal),
    ...numbered('freeBoolean', 3, flag),
    ...numbered('freeText', 8, text(300)),
    freeDateTime1: moment,
  }),
  storageClass: object({ name: required(text()) }),
  customsDescription: text(),
  customsExportConditions: text(),
  taricNumbersInfo: object({
    taricNumbers: listOf({ countryCode: required(text(2)), taricNumber: required(text()) }),
  }),
  articleInboundHandlingComment: text(),
  articlePickingHandlingComment: text(),
  articlePackingHandlingComment: text(),
  articleReturnHandlingComment: text(),
  alternativeSuppliersInfo: object({
    alternativeSuppliers: listOf({
      ...supplier,
      leadTime: whole,
      advanced: object({ manufacturersIdentificationCode: text() }),
    }),
  }),
  articleClassesInfo: object({
    classes: listOf({ code: required(text()), name: required(text()), comment: text() }),
  }),
  advanced: object({ allowChangingProductionAndStructureArticlesToStockOrNonStockArticles: flag }),
};
