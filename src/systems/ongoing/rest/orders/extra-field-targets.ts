import { type Member, memberAt, type PathOf, type Shape } from '../../contract/member.ts';
import { order, orderLine } from '../../contract/order.ts';

/** A field of the warehouse that a connection may fill by `orders.extraFields` or `articles.extraFields`. */
export interface ExtraFieldTarget {
  /** On the order, on each of its lines, or on the article. */
  readonly level: 'order' | 'line' | 'article';
  readonly type: 'text' | 'decimal' | 'integer' | 'boolean' | 'date';
  /** Characters that the warehouse takes, where it is known. */
  readonly maxLength?: number;
}

/** The fields of a level by their paths, as the contract describes them. */
export const targetsAt = (
  level: ExtraFieldTarget['level'],
  shape: Shape,
  paths: readonly string[],
): readonly (readonly [path: string, ExtraFieldTarget])[] =>
  paths.map((path) => [path, targetOf(level, memberAt(shape, path))]);

function targetOf(level: ExtraFieldTarget['level'], member: Member): ExtraFieldTarget {
  if (member.type === 'choice' || 'members' in member)
    throw new RangeError(`no text says what goes into a ${member.type}`);
  if (member.type === 'text' && member.max !== undefined)
    return { level, type: 'text', maxLength: member.max };
  return { level, type: member.type };
}

const ofOrder: readonly PathOf<typeof order>[] = [
  'deliveryInstruction',
  'servicePointCode',
  'freeText1',
  'freeText2',
  'freeText3',
  'orderFreeDateTime1',
  'orderType.code',
  'orderType.name',
  'consignee.remark',
  'consignee.doorCode',
  'consignee.organisationNumber',
  'consignee.vatNumber',
  'consignee.customerGroup.code',
  'consignee.customerGroup.name',
  'consignee.advanced.externalCustomerCode',
  'transporter.transporterCode',
  'transporter.transporterServiceCode',
  'returnTransporter.transporterCode',
  'returnTransporter.transporterServiceCode',
  'customsInfo.customsValueCurrencyCode',
  'preparedTransportDocumentId',
  'freightPrice',
  'customerPrice',
  'warehouseId',
  'termsOfDeliveryType.code',
  'termsOfDeliveryType.name',
  'consigneeOrderNumber',
  'warehouseInstruction',
  'marketPlace.marketPlace',
  'marketPlace.marketPlaceOrderNumber',
  'pickingPriority',
  'productionCode',
  'transporterBulkId',
  'invoiceUrl',
  'languageCode',
  'advanced.arrivalDate',
  'advanced.arrivalDateFrom',
  'advanced.transporterOrderNumber',
  'advanced.invoiceNumber',
  'advanced.termsOfPaymentString',
  'advanced.termsOfDeliveryString',
  'advanced.communication',
];

const ofLine: readonly PathOf<typeof orderLine>[] = [
  'comment',
  'shouldBePicked',
  'serialNumber',
  'batchNumber',
  'lineTotalCustomsValue',
  'lineType.code',
  'lineType.name',
  'prices.linePrice',
  'prices.customerLinePrice',
  'prices.currencyCode',
  'prices.discountPercentage',
  'prices.totalVat',
  'customerArticleNumber',
  'externalId',
  'articleItemStatus.code',
  'articleItemStatus.name',
  'lineFreeValues.freeText1',
  'lineFreeValues.freeDecimal1',
  'minDaysToExpiryDate',
  'maxDaysToExpiryDate',
  'vat.code',
  'vat.percent',
  'weight',
  'minWeight',
  'maxWeight',
];

/** The line's fields whose path the order has, too. */
const ofLineToo: readonly PathOf<typeof orderLine>[] = ['deliveryDate', 'warehouseInstruction'];

/**
 * Every field that `orders.extraFields` may fill, by its path in the REST body; those that the
 * mapping owns aren't among them. A path that both levels have means the order's field, and
 * `lines.` before it the line's.
 */
export const extraFieldTargets: Readonly<Record<string, ExtraFieldTarget>> = Object.fromEntries([
  ...targetsAt('order', order, ofOrder),
  ...targetsAt('line', orderLine, ofLine),
  ...targetsAt('line', orderLine, ofLineToo).map(([path, to]) => [`lines.${path}`, to] as const),
]);
