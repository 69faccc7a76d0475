import { DateTime } from 'luxon';
import type { Book } from '../book/book.ts';
import type { Members, Value } from '../value.ts';
import { partOf, textOf } from '../value.ts';
import { databaseException } from './item-exception.ts';

/** The longest texts that the vendor's data types allow. */
const longest: Readonly<Record<string, number>> = {
  CustomerName: 100,
  CustomerDeliveryName: 250,
  CustomerDeliveryPhone: 25,
  YourReference: 50,
  InvoiceTitle: 300,
  InvoiceText: 750,
  OCR: 32,
  CustomerOrgNo: 20,
  InvoiceEmailAddress: 250,
  ProductionNumber: 20,
  ReferenceNumber: 50,
  DeliveryAlternative: 250,
  GLNNumber: 13,
};

/** Members that a save never sets: ids the vendor gives, times it notes, what only it computes. */
const readOnly = new Set([
  'OrderId',
  'InvoiceId',
  'OrderStatus',
  'DateChanged',
  'DateInvoiced',
  'OrderTotalIncVat',
  'OrderTotalVat',
  'APIException',
  'InvoiceRows',
]);

const methodOf = (book: Book, given: Members): Value => {
  const id = textOf(given, 'Id') ?? '';
  const known = book.deliveryMethods.get(id);
  if (known === undefined) throw databaseException(`DeliveryMethod ${id} does not exist.`);
  return known;
};

/**
 * The members of an item that a save sets on the order. What isn't set stays as it is, and so does
 * what is nil: the vendor documents no way to clear a member. Throws an ItemException.
 */
export function savedMembers(item: Members, book: Book, timeZone: string): Record<string, Value> {
  const saved: Record<string, Value> = {};
  for (const [name, value] of Object.entries(item)) {
    if (readOnly.has(name) || value === undefined || value === null) continue;
    const limit = longest[name];
    if (limit !== undefined && typeof value === 'string' && value.length > limit) {
      throw databaseException(`String or binary data would be truncated in ${name}.`);
    }
    saved[name] = value;
  }
  const delivery = textOf(item, 'DeliveryDate');
  if (delivery !== undefined) {
    saved['DeliveryDate'] = DateTime.fromISO(delivery, { zone: timeZone }).toFormat('yyyy-MM-dd');
  }
  const method = partOf(item, 'DeliveryMethod');
  if (method !== undefined) saved['DeliveryMethod'] = methodOf(book, method);
  const given = partOf(item, 'Addresses');
  if (given !== undefined) {
    const { Name, ...delivered } = partOf(given, 'Delivery') ?? {};
    if (Name !== undefined && Name !== null) saved['CustomerDeliveryName'] = Name;
    saved['Addresses'] = { ...given, ...(given['Delivery'] && { Delivery: delivered }) };
  }
  return saved;
}
