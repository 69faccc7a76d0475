/**
 * What a parameter may be, with `!` where it must be there. `texts` and `integers` are repeated, once for
 * each value: joined by commas they are one value, which matches nothing.
 */
export type Parameter = 'text' | 'texts' | 'integer' | 'integers' | 'time' | 'boolean';
export type QueryTable = Readonly<Record<string, Parameter | `${Parameter}!`>>;

export const goodsOwner = { goodsOwnerId: 'integer!' } as const;

/** The filters of `GET /orders`. */
export const orders = {
  ...goodsOwner,
  orderNumber: 'text',
  orderNumbers: 'texts',
  orderIdFrom: 'integer',
  maxOrdersToGet: 'integer',
  orderStatusFrom: 'integer',
  orderStatusTo: 'integer',
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
  serial: 'text',
  shipmentId: 'integer',
  pickable: 'text',
  backOrderForOrderId: 'integer',
  orderLineSupplierNumber: 'text',
  onlyIfTransportPrinted: 'boolean',
  onlyOrdersWithOrderLinesToReport: 'boolean',
  onlyOrdersWithOrderLinesToReportReturned: 'boolean',
} as const;

/** The filters of `GET /articles`. */
export const articles = {
  ...goodsOwner,
  articleNumber: 'text',
  articleNumbers: 'texts',
  articleSystemIdFrom: 'integer',
  maxArticlesToGet: 'integer',
  stockInfoChangedFrom: 'time',
  articleDataLastUpdatedFrom: 'time',
  onlyArticlesInStock: 'boolean',
  productCode: 'text',
  productCodes: 'texts',
  articleNameContains: 'texts',
  barCodes: 'texts',
  articleClassIds: 'integers',
  onlyArticlesBelowStockLimit: 'boolean',
  onlyArticlesBelowStockLimitConsideringNumberOfBookedItems: 'boolean',
} as const;
