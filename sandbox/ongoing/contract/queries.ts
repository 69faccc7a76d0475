import type { QueryTable } from './query.ts';

/** The filters of `GET /orders`. */
export const orderQuery: QueryTable = {
  goodsOwnerId: 'whole!',
  orderNumber: 'text',
  orderNumbers: 'texts',
  orderIdFrom: 'whole',
  maxOrdersToGet: 'whole',
  orderStatusFrom: 'whole',
  orderStatusTo: 'whole',
  orderStatusChangedTimeFrom: 'time',
  orderUpdatedTimeFrom: 'time',
  orderCreatedTimeFrom: 'time',
  orderCreatedTimeTo: 'time',
  shippedTimeFrom: 'time',
  shippedTimeTo: 'time',
  lastPickingTimeFrom: 'time',
  lastReturnedFrom: 'time',
  parcelNumber: 'text',
  articleNumbers: 'texts',
  referenceNumbers: 'texts',
  marketPlace: 'text',
  serial: 'not simulated',
  shipmentId: 'not simulated',
  pickable: 'not simulated',
  backOrderForOrderId: 'not simulated',
  orderLineSupplierNumber: 'not simulated',
  onlyIfTransportPrinted: 'not simulated',
  onlyOrdersWithOrderLinesToReport: 'not simulated',
  onlyOrdersWithOrderLinesToReportReturned: 'not simulated',
};

/** The filters of `GET /articles`. */
export const articleQuery: QueryTable = {
  goodsOwnerId: 'whole!',
  articleNumber: 'text',
  articleNumbers: 'texts',
  articleSystemIdFrom: 'whole',
  maxArticlesToGet: 'whole',
  stockInfoChangedFrom: 'time',
  articleDataLastUpdatedFrom: 'time',
  onlyArticlesInStock: 'flag',
  productCode: 'text',
  productCodes: 'texts',
  articleNameContains: 'texts',
  barCodes: 'texts',
  articleClassIds: 'not simulated',
  onlyArticlesBelowStockLimit: 'not simulated',
  onlyArticlesBelowStockLimitConsideringNumberOfBookedItems: 'not simulated',
};

export const cancelQuery: QueryTable = { goodsOwnerId: 'whole!', orderNumber: 'text!' };

export const fileQuery: QueryTable = { fileName: 'text!' };

export const goodsOwnerQuery: QueryTable = { goodsOwnerId: 'whole!' };

export const noQuery: QueryTable = {};
