import { Decimal } from 'decimal.js';

import type { Desk } from './desk.ts';
import type { Claim } from './stock.ts';
import { noClaim } from './stock.ts';
import type { StoredArticle } from './stored.ts';
import type { JsonObject } from './vendor-json.ts';
import { objectIn, readObject } from './vendor-json.ts';
import { withNulls, wireDecimal, wireTime } from './wire.ts';

const echoedMembers = [
  'articleName',
  'unitCode',
  'description',
  'isStockArticle',
  'isActive',
  'quantityPerPackage',
  'quantityPerPallet',
  'weight',
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
  'articleGroup',
  'articleCategory',
  'articleColor',
  'articleSize',
  'stockLimit',
  'minimumReorderQuantity',
  'freeValues',
  'subQuantityPerItem',
  'customsDescription',
  'customsExportConditions',
  'taricNumbersInfo',
  'linkToPicture',
  'storageProperties',
  'minDaysToExpiryDateAllowedOnDelivery',
  'articleNameTranslations',
  'storageClass',
];

const handlingComments = [
  'articleInboundHandlingComment',
  'articlePickingHandlingComment',
  'articleReturnHandlingComment',
];

const nothing = '0';

/** An article as `GET /articles` shows it, its stock included. */
export function articleView(
  desk: Desk,
  article: StoredArticle,
  claims: ReadonlyMap<string, Claim>,
): Record<string, unknown> {
  const body = readObject(article.body);
  return {
    ...withNulls(body, echoedMembers),
    goodsOwner: {
      id: article.goodsOwnerId,
      name:
        desk.account.goodsOwners.find((owner) => owner.id === article.goodsOwnerId)?.name ?? null,
    },
    articleSystemId: article.articleSystemId,
    articleNumber: article.articleNumber,
    productCode: article.productCode,
    supplierInfo: supplierView(body),
    barCodeInfo: withNulls(objectIn(body, 'barCodeInfo'), [
      'barCode',
      'barCodePackage',
      'barCodePallet',
      'alternativeBarCodes',
    ]),
    inventoryInfo: inventoryView(article, claims.get(article.articleNumber) ?? noClaim()),
    articleDataLastUpdated: wireTime(article.dataChangedAt),
    articleKind: 'Normal',
    classes: null,
    defaultLocation: null,
    defaultLocationMaxNumberOfItems: null,
    defaultLocationStockLimit: null,
    articleHandlingComments: withNulls(body, handlingComments),
  };
}

/** What may still be sold can be negative; what is physically there can't. */
function inventoryView(article: StoredArticle, claim: Claim): Record<string, unknown> {
  const sellable = new Decimal(article.numberOfItems).minus(article.locked).minus(claim.booked);
  return {
    numberOfItems: wireDecimal(article.numberOfItems),
    numberOfBookedItems: wireDecimal(claim.booked),
    numberOfLockedItems: wireDecimal(article.locked),
    toReceiveNumberOfItems: wireDecimal(article.toReceive),
    allocatedNumberOfItems: wireDecimal(claim.allocated),
    lockedForSaleNumberOfItems: wireDecimal(claim.allocated.plus(article.locked)),
    pickedToBeCollectedNumberOfItems: wireDecimal(claim.pickedToBeCollected),
    receivedToBeFinishedNumberOfItems: wireDecimal(nothing),
    lastInDate: null,
    sellableNumberOfItems: wireDecimal(sellable),
    totalStockValue: wireDecimal(nothing),
    reported: null,
  };
}

function supplierView(body: JsonObject): Record<string, unknown> {
  return {
    ...withNulls(objectIn(body, 'supplierInfo'), [
      'supplierArticleNumber',
      'supplierNumber',
      'supplierName',
    ]),
    alternativeSuppliers: null,
  };
}
