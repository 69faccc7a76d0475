/** A field of the warehouse that a connection may fill by `orders.extraFields` or `articles.extraFields`. */
export interface ExtraFieldTarget {
  /** On the order, on each of its lines, or on the article. */
  readonly level: 'order' | 'line' | 'article';
  readonly type: 'text' | 'decimal' | 'integer' | 'boolean' | 'date';
  /** Characters that the warehouse takes, where it is known. */
  readonly maxLength?: number;
}

const orderText = (maxLength?: number): ExtraFieldTarget => target('order', 'text', maxLength);
const lineText = (maxLength?: number): ExtraFieldTarget => target('line', 'text', maxLength);

/** A field of a level, with its type and its length. */
export function target(
  level: ExtraFieldTarget['level'],
  type: ExtraFieldTarget['type'],
  maxLength?: number,
): ExtraFieldTarget {
  return maxLength === undefined ? { level, type } : { level, type, maxLength };
}

/**
 * Every field that `orders.extraFields` may fill, by its path in the REST body; those that the
 * mapping owns aren't among them. A path that both levels have means the order's field, and
 * `lines.` before it the line's.
 *
 * The REST contract names no lengths; these are the ones of the SOAP API's fields of the same name.
 */
export const extraFieldTargets: Readonly<Record<string, ExtraFieldTarget>> = {
  deliveryInstruction: orderText(300),
  servicePointCode: orderText(50),
  freeText1: orderText(300),
  freeText2: orderText(300),
  freeText3: orderText(300),
  orderFreeDateTime1: target('order', 'date'),
  'orderType.code': orderText(),
  'orderType.name': orderText(),
  'consignee.remark': orderText(),
  'consignee.doorCode': orderText(),
  'consignee.organisationNumber': orderText(),
  'consignee.vatNumber': orderText(),
  'consignee.customerGroup.code': orderText(),
  'consignee.customerGroup.name': orderText(),
  'consignee.advanced.externalCustomerCode': orderText(),
  'transporter.transporterCode': orderText(),
  'transporter.transporterServiceCode': orderText(),
  'returnTransporter.transporterCode': orderText(),
  'returnTransporter.transporterServiceCode': orderText(),
  'customsInfo.customsValueCurrencyCode': orderText(20),
  preparedTransportDocumentId: orderText(),
  freightPrice: target('order', 'decimal'),
  customerPrice: target('order', 'decimal'),
  warehouseId: target('order', 'integer'),
  'termsOfDeliveryType.code': orderText(),
  'termsOfDeliveryType.name': orderText(),
  consigneeOrderNumber: orderText(150),
  warehouseInstruction: orderText(500),
  'marketPlace.marketPlace': orderText(100),
  'marketPlace.marketPlaceOrderNumber': orderText(),
  pickingPriority: target('order', 'integer'),
  productionCode: orderText(),
  transporterBulkId: orderText(),
  invoiceUrl: orderText(),
  languageCode: orderText(20),
  'advanced.arrivalDate': target('order', 'date'),
  'advanced.arrivalDateFrom': target('order', 'date'),
  'advanced.transporterOrderNumber': orderText(),
  'advanced.invoiceNumber': orderText(),
  'advanced.termsOfPaymentString': orderText(),
  'advanced.termsOfDeliveryString': orderText(),
  'advanced.communication': orderText(),

  comment: lineText(300),
  shouldBePicked: target('line', 'boolean'),
  serialNumber: lineText(128),
  batchNumber: lineText(),
  lineTotalCustomsValue: target('line', 'decimal'),
  'lineType.code': lineText(),
  'lineType.name': lineText(),
  'prices.linePrice': target('line', 'decimal'),
  'prices.customerLinePrice': target('line', 'decimal'),
  'prices.currencyCode': lineText(20),
  'prices.discountPercentage': target('line', 'decimal'),
  'prices.totalVat': target('line', 'decimal'),
  customerArticleNumber: lineText(),
  externalId: lineText(),
  'articleItemStatus.code': lineText(),
  'articleItemStatus.name': lineText(),
  'lineFreeValues.freeText1': lineText(300),
  'lineFreeValues.freeDecimal1': target('line', 'decimal'),
  minDaysToExpiryDate: target('line', 'integer'),
  maxDaysToExpiryDate: target('line', 'integer'),
  'vat.code': lineText(),
  'vat.percent': target('line', 'decimal'),
  weight: target('line', 'decimal'),
  minWeight: target('line', 'decimal'),
  maxWeight: target('line', 'decimal'),
  'lines.deliveryDate': target('line', 'date'),
  'lines.warehouseInstruction': lineText(500),
};
