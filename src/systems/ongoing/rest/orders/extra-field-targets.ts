import { membersByPath, type Shape } from '../../contract/member.ts';
import { address, order, orderLine } from '../../contract/order.ts';

/** A field of the warehouse that a connection may fill by `orders.extraFields` or `articles.extraFields`. */
export interface ExtraFieldTarget {
  /** On the order, on each of its lines, or on the article. */
  readonly level: 'order' | 'line' | 'article';
  readonly type: 'text' | 'decimal' | 'integer' | 'boolean' | 'date';
  /** Characters that the warehouse takes, where it is known. */
  readonly maxLength?: number;
}

/**
 * The fields of a level by their paths, as the contract describes them. No text says what goes into a
 * list or a choice.
 * @param without members that can't be filled, each with all that is in it
 */
export const targetsAt = (
  level: ExtraFieldTarget['level'],
  shape: Shape,
  without: readonly string[],
): [path: string, ExtraFieldTarget][] =>
  membersByPath(shape).flatMap(([path, member]) => {
    if (member.type === 'choice' || 'members' in member) return [];
    if (without.some((not) => path === not || path.startsWith(`${not}.`))) return [];
    const { type } = member;
    return type === 'text' && member.max !== undefined
      ? [[path, { level, type, maxLength: member.max }]]
      : [[path, { level, type }]];
  });

const notOfOrder = [
  'goodsOwnerId',
  'orderNumber',
  'deliveryDate',
  'referenceNumber',
  'goodsOwnerOrderId',
  'salesCode',
  'orderRemark',
  'wayOfDelivery',
  ...Object.keys(address).map((member) => `consignee.${member}`),
  'consignee.customerNumber',
  'consignee.advanced.telephoneNotification',
  'consignee.advanced.emailNotification',
  'consignee.advanced.smsNotification',
  'consignee.invoiceAddress',
  'emailNotification',
  'smsNotification',
  'telephoneNotification',
  'transporter.paymentAdvanced',
  'advanced.wayOfDeliveryString',
];

const notOfLine = ['rowNumber', 'articleNumber', 'numberOfItems'];

/**
 * Every field that `orders.extraFields` may fill, by its path in the REST body; those that the
 * mapping owns aren't among them. A path that both levels have means the order's field, and
 * `lines.` before it the line's.
 */
export const extraFieldTargets: Readonly<Record<string, ExtraFieldTarget>> = Object.fromEntries([
  ...targetsAt('order', order, notOfOrder),
  ...targetsAt('line', orderLine, notOfLine).map(
    ([path, to]) => [path in order ? `lines.${path}` : path, to] as const,
  ),
]);
