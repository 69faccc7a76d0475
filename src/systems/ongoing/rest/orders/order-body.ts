import { isDecimalText } from '../../../../domain/decimal.ts';
import type { MappingProblem } from '../../../../domain/mapping-problem.ts';
import type { Notification, Order, OrderLine, PostalAddress } from '../../../../domain/order.ts';
import type { OperationBody } from '../../contract/operations.ts';
import { exactNumber } from '../../../kit/rest/exact-json.ts';
import { partedExtras, placeExtras } from './extra-fields.ts';
import { tooLong } from './lengths.ts';
import { priceFields } from './own-fields.ts';
import { filled, present } from '../members.ts';

type PutOrder = OperationBody<'PUT /orders'>;
type Line = NonNullable<PutOrder['orderLines']>[number];

/** The article number of a line, once it is known. */
export type NumberOfArticle = (line: OrderLine) => string;

/** The body of `PUT /orders`, and what is wrong with the order; with faults it isn't sent. */
export interface OrderBody {
  readonly body: PutOrder;
  readonly faults: readonly MappingProblem[];
}

/**
 * An order in the words of Ongoing's REST API: exactly the contract's members, absent ones left out.
 * The warehouse is always told whether to notify, so that no default of its own applies.
 */
export function orderBody(
  order: Order,
  goodsOwnerId: number,
  articleNumber: NumberOfArticle,
): OrderBody {
  const { order: ofOrder, everyLine } = partedExtras(order.extra);
  const faults: MappingProblem[] = [...tooLong(order), ...unusable(order)];
  const orderLines = order.lines.map((line, index) => {
    const body = lineBody(line, articleNumber(line));
    const extra = { ...priceFields(line.price), ...everyLine, ...line.extra };
    faults.push(...placeExtras(body, extra, 'line', `Line ${index + 1}`));
    return body;
  });
  const { wayOfDelivery, transporter, consignee } = order;
  const body = present<PutOrder>({
    goodsOwnerId,
    orderNumber: order.number,
    deliveryDate: order.deliveryDate,
    goodsOwnerOrderId: order.id,
    referenceNumber: order.referenceNumber,
    salesCode: order.salesCode,
    orderRemark: order.remark,
    deliveryInstruction: order.deliveryInstruction,
    servicePointCode: order.servicePointCode,
    orderType: order.orderType === undefined ? undefined : { code: order.orderType },
    wayOfDelivery: filled({ code: wayOfDelivery?.code, name: wayOfDelivery?.name }),
    transporter: filled({
      transporterCode: transporter?.code,
      transporterServiceCode: transporter?.serviceCode,
    }),
    consignee: present({
      customerNumber: consignee.customerNumber,
      ...addressBody(consignee),
      remark: consignee.remark,
      doorCode: consignee.doorCode,
      invoiceAddress: filled(addressBody(consignee.invoiceAddress ?? {})),
    }),
    emailNotification: notificationBody(order.email),
    smsNotification: notificationBody(order.mobile),
    telephoneNotification: notificationBody(order.telephone),
    orderLines,
    advanced: filled({ wayOfDeliveryString: wayOfDelivery?.text }),
  });
  faults.push(...placeExtras(body, ofOrder, 'order', 'Order'));
  return { body, faults };
}

function lineBody(line: OrderLine, articleNumber: string): Line {
  return present({
    rowNumber: line.rowNumber,
    articleNumber,
    numberOfItems: isDecimalText(line.quantity) ? exactNumber(line.quantity) : undefined,
    shouldBePicked: line.shouldBePicked,
    serialNumber: line.serialNumber,
  });
}

function addressBody(address: PostalAddress) {
  const { name, address1, address2, address3, postCode, city } = address;
  const { countryCode, countryStateCode } = address;
  return { name, address1, address2, address3, postCode, city, countryCode, countryStateCode };
}

function notificationBody({ toBeNotified, value }: Notification) {
  return present({ toBeNotified, value });
}

/** What the contract requires and an order could lack. */
function unusable(order: Order): MappingProblem[] {
  const todo = 'Correct it at the source; the order is sent again when it changes.';
  const faults: MappingProblem[] = [];
  if (order.number.trim() === '') {
    faults.push({ field: 'Order number', problem: 'The order has no number.', todo });
  }
  const rows = new Map<string, number>();
  for (const [index, line] of order.lines.entries()) {
    const field = `Line ${index + 1}`;
    const first = rows.get(line.rowNumber);
    if (first !== undefined) {
      const problem = `It has the same row number as line ${first}: ${line.rowNumber}.`;
      faults.push({ field, problem, todo });
    }
    rows.set(line.rowNumber, index + 1);
    if (line.rowNumber.trim() === '') {
      faults.push({ field, problem: 'The line has no row number.', todo });
    }
    if (!isDecimalText(line.quantity)) {
      faults.push({ field, problem: 'The line’s quantity isn’t a number.', todo });
    }
  }
  return faults;
}
