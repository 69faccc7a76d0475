import { Decimal } from 'decimal.js';

import { article, supplier } from '../../src/systems/ongoing/contract/article.ts';
import { type Desk, goodsOwnerView } from './desk.ts';
import type { Claim } from './stock.ts';
import { noClaim } from './stock.ts';
import type { StoredArticle } from './stored.ts';
import { objectIn, readObject } from './vendor-json.ts';
import { membersBut, withNulls, wireDecimal, wireTime } from './wire.ts';

const handlingComments = [
  'articleInboundHandlingComment',
  'articlePickingHandlingComment',
  'articleReturnHandlingComment',
] as const;

/** What a GET repeats of a PUT, unchanged. */
const echoedMembers = membersBut(article, [
  'goodsOwnerId',
  'articleNumber',
  'productCode',
  'supplierInfo',
  'barCodeInfo',
  'quantityPerLayerOnPallet',
  'structureDefinition',
  'articlePackingHandlingComment',
  'alternativeSuppliersInfo',
  'articleClassesInfo',
  'advanced',
  ...handlingComments,
]);

const nothing = '0';

/** An article as `GET /articles` shows it, its stock included. */
export function articleView(
  desk: Desk,
  stored: StoredArticle,
  claims: ReadonlyMap<string, Claim>,
): Record<string, unknown> {
  const body = readObject(stored.body);
  return {
    ...withNulls(body, echoedMembers),
    goodsOwner: goodsOwnerView(desk, stored),
    articleSystemId: stored.articleSystemId,
    articleNumber: stored.articleNumber,
    productCode: stored.productCode,
    supplierInfo: {
      ...withNulls(objectIn(body, 'supplierInfo'), Object.keys(supplier)),
      alternativeSuppliers: null,
    },
    barCodeInfo: withNulls(objectIn(body, 'barCodeInfo'), Object.keys(article.barCodeInfo.members)),
    inventoryInfo: inventoryView(stored, claims.get(stored.articleNumber) ?? noClaim()),
    articleDataLastUpdated: wireTime(stored.dataChangedAt),
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
  const sellable = new Decimal(article.numberOfItems).minus(claim.booked);
  return {
    numberOfItems: wireDecimal(article.numberOfItems),
    numberOfBookedItems: wireDecimal(claim.booked),
    numberOfLockedItems: wireDecimal(nothing),
    toReceiveNumberOfItems: wireDecimal(nothing),
    allocatedNumberOfItems: wireDecimal(claim.allocated),
    lockedForSaleNumberOfItems: wireDecimal(claim.allocated),
    pickedToBeCollectedNumberOfItems: wireDecimal(claim.pickedToBeCollected),
    receivedToBeFinishedNumberOfItems: wireDecimal(nothing),
    lastInDate: null,
    sellableNumberOfItems: wireDecimal(sellable),
    totalStockValue: wireDecimal(nothing),
    reported: null,
  };
}
