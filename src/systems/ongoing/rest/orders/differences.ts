import { compareDecimals, normalDecimal } from '../../../../domain/decimal.ts';
import type { Order, PostalAddress } from '../../../../domain/order.ts';
import type { Difference } from '../../../../domain/warehouse-order.ts';
import { extraDifferences } from './extra-differences.ts';
import type { NumberOfArticle } from './order-body.ts';
import { cleanText, sameText } from '../same-text.ts';
import type { ExistingLine, ExistingOrder } from '../schema.ts';
import { dayOf } from '../times.ts';
import { maskContacts } from '../vendor-words.ts';

/**
 * In what the warehouse's order differs from what the source wants, field by field. Personal fields
 * (names, addresses, phones, e-mails, and the sales code, which often is a person) are named without
 * their values.
 *
 * A way of delivery that the source doesn't name isn't compared, the warehouse's staff choose one by
 * hand then; nor is a delivery date that only stands for today.
 */
export function differences(
  order: Order,
  held: ExistingOrder,
  articleNumber: NumberOfArticle,
): Difference[] {
  return [
    ...lineDifferences(order, held.orderLines, articleNumber),
    ...headDifferences(order, held),
    ...extraDifferences(order, held),
  ];
}

function lineDifferences(
  order: Order,
  existingLines: readonly ExistingLine[],
  articleNumber: NumberOfArticle,
): Difference[] {
  const existingByRow = new Map(existingLines.map((line) => [line.rowNumber?.trim(), line]));
  const found: Difference[] = [];
  for (const [index, line] of order.lines.entries()) {
    const field = `line ${index + 1}`;
    const number = articleNumber(line);
    const held = existingByRow.get(line.rowNumber.trim());
    if (held === undefined) {
      found.push({ field, held: 'not there', wanted: `${pieces(line.quantity)} of ${number}` });
      continue;
    }
    if (compareDecimals(line.quantity, held.orderedNumberOfItems) !== 0) {
      found.push({ field, held: pieces(held.orderedNumberOfItems), wanted: pieces(line.quantity) });
    }
    const existingNumber = held.article?.articleNumber?.trim() ?? '';
    if (existingNumber !== number.trim()) {
      found.push({ field: `${field}, article`, held: existingNumber, wanted: number });
    }
  }
  const wantedRows = new Set(order.lines.map((line) => line.rowNumber.trim()));
  for (const line of existingLines) {
    const row = line.rowNumber?.trim() ?? '';
    // A line without a row number was added by hand at the warehouse and is none of the source's.
    if (row === '' || wantedRows.has(row) || isNothing(line)) continue;
    const what = `${pieces(line.orderedNumberOfItems)} of ${line.article?.articleNumber ?? row}`;
    found.push({ field: 'line that was removed', held: what, wanted: 'none' });
  }
  return found;
}

/** Whether a line orders nothing, as good as not there. */
export function isNothing(line: ExistingLine): boolean {
  return compareDecimals(line.orderedNumberOfItems, '0') === 0;
}

function headDifferences(order: Order, held: ExistingOrder): Difference[] {
  const { orderInfo } = held;
  const consignee: ExistingConsignee = held.consignee ?? {};
  const day = dayOf(orderInfo.deliveryDate) ?? '';
  const found: Difference[] = [];
  if (!order.deliveryDateIsDefault && day !== order.deliveryDate) {
    found.push({ field: 'delivery date', held: day, wanted: order.deliveryDate });
  }
  found.push(
    ...wayOfDeliveryDifference(order, held),
    ...openly('reference number', orderInfo.referenceNumber, order.referenceNumber),
    ...secretly('sales code', [orderInfo.salesCode], [order.salesCode]),
    ...openly(
      'order remark',
      masked(orderInfo.orderRemark),
      masked(order.remark),
      sameText(orderInfo.orderRemark, order.remark),
    ),
    ...openly('customer number', consignee.customerNumber, order.consignee.customerNumber),
    ...secretly('customer name', [consignee.name], [order.consignee.name]),
    ...secretly('delivery address', addressParts(consignee), addressParts(order.consignee)),
    ...secretly('e-mail address', contact(orderInfo.emailNotification), contact(order.email)),
    ...secretly('mobile phone', contact(orderInfo.smsNotification), contact(order.mobile)),
    ...secretly('telephone', contact(orderInfo.telephoneNotification), contact(order.telephone)),
  );
  const invoice = order.consignee.invoiceAddress;
  if (invoice !== undefined) {
    const existingInvoice: PostalAddress = held.consignee?.invoiceAddress ?? {};
    found.push(
      ...secretly(
        'invoice address',
        [existingInvoice.name, ...addressParts(existingInvoice)],
        [invoice.name, ...addressParts(invoice)],
      ),
    );
  }
  return found;
}

/** The code decides where both have one: the warehouse may give the same way another name. */
function wayOfDeliveryDifference(order: Order, held: ExistingOrder): Difference[] {
  const wanted = order.wayOfDelivery;
  const code = cleanText(wanted?.code);
  const name = cleanText(wanted?.name);
  if (code === '' && name === '') return [];
  const existingCode = cleanText(held.orderInfo.wayOfDelivery?.code);
  const existingName = cleanText(held.orderInfo.wayOfDelivery?.name);
  const equal = code !== '' && existingCode !== '' ? code === existingCode : name === existingName;
  if (equal) return [];
  return [
    { field: 'way of delivery', held: way(existingCode, existingName), wanted: way(code, name) },
  ];
}

function way(code: string, name: string): string {
  if (code === '' && name === '') return 'none';
  if (name === '') return code;
  return code === '' ? name : `${name} (${code})`;
}

type ExistingConsignee = PostalAddress & { readonly customerNumber?: string };

function addressParts(address: PostalAddress): (string | undefined)[] {
  const { address1, address2, address3, postCode, city, countryCode, countryStateCode } = address;
  return [
    address1,
    address2,
    address3,
    postCode,
    city,
    countryCode?.toUpperCase(),
    countryStateCode,
  ];
}

function contact(
  notification: { readonly toBeNotified?: boolean; readonly value?: string } | null | undefined,
): (string | undefined)[] {
  return [notification?.value, notification?.toBeNotified === true ? 'notify' : undefined];
}

function openly(
  field: string,
  held: string | undefined,
  wanted: string | undefined,
  equal = sameText(held, wanted),
): Difference[] {
  return equal ? [] : [{ field, held: shown(held), wanted: shown(wanted) }];
}

function secretly(
  field: string,
  held: readonly (string | undefined)[],
  wanted: readonly (string | undefined)[],
): Difference[] {
  return wanted.every((value, index) => sameText(value, held[index])) ? [] : [{ field }];
}

function masked(text: string | undefined): string | undefined {
  return text === undefined ? undefined : maskContacts(text);
}

const longestShown = 80;

function shown(text: string | undefined): string {
  const value = cleanText(text);
  if (value === '') return 'none';
  return value.length <= longestShown ? value : `${value.slice(0, longestShown - 1)}…`;
}

function pieces(quantity: string): string {
  const count = normalDecimal(quantity);
  return count === '1' ? '1 piece' : `${count} pieces`;
}
