import { DateTime } from 'luxon';
import type { Kept } from '../../../src/systems/24sevenoffice/contract/values.ts';
import type { invoiceOrder } from '../../../src/systems/24sevenoffice/contract/invoice-order.ts';
import type { Book } from '../book/book.ts';
import type { DeliveryMethod, InvoiceOrder } from '../book/records.ts';
import { databaseException } from './item-exception.ts';

/** An order as it is saved. */
export type SavedOrder = Kept<typeof invoiceOrder>;

/** The longest texts that the vendor's data types allow. */
const longest = {
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
} as const satisfies Partial<Record<keyof SavedOrder, number>>;

/** Members that a save never sets: ids the vendor gives, times it notes, what only it computes. */
const readOnly = [
  'OrderId',
  'InvoiceId',
  'OrderStatus',
  'DateChanged',
  'DateInvoiced',
  'OrderTotalIncVat',
  'OrderTotalVat',
  'APIException',
  'InvoiceRows',
] as const satisfies (keyof SavedOrder)[];

function methodOf(book: Book, id = ''): DeliveryMethod {
  const known = book.deliveryMethods.get(id);
  if (known === undefined) throw databaseException(`DeliveryMethod ${id} does not exist.`);
  return known;
}

/**
 * The members of an item that a save sets on the order. What isn't set stays as it is, and so does
 * what is nil: the vendor documents no way to clear a member. Throws an ItemException.
 */
export function savedMembers(
  item: SavedOrder,
  book: Book,
  timeZone: string,
): Omit<Partial<InvoiceOrder>, (typeof readOnly)[number]> {
  for (const [name, limit] of Object.entries(longest)) {
    const text = item[name as keyof typeof longest] ?? '';
    if (text.length > limit) {
      throw databaseException(`String or binary data would be truncated in ${name}.`);
    }
  }
  const saved: Omit<SavedOrder, (typeof readOnly)[number]> = { ...item };
  for (const name of readOnly) Reflect.deleteProperty(saved, name);
  if (saved.IncludeVAT === null) delete saved.IncludeVAT;
  if (saved.SendToFactoring === null) delete saved.SendToFactoring;
  const { DeliveryDate, DeliveryMethod, Addresses } = item;
  if (DeliveryDate !== undefined) {
    saved.DeliveryDate = DateTime.fromISO(DeliveryDate, { zone: timeZone }).toFormat('yyyy-MM-dd');
  }
  if (Addresses !== undefined) {
    const { Name, ...delivered } = Addresses.Delivery ?? {};
    if (Name !== undefined) saved.CustomerDeliveryName = Name;
    saved.Addresses = { ...Addresses, ...(Addresses.Delivery && { Delivery: delivered }) };
  }
  if (DeliveryMethod === undefined) return saved;
  return { ...saved, DeliveryMethod: methodOf(book, DeliveryMethod.Id) };
}
