import type { Book } from '../book/book.ts';
import { nextId } from '../book/book.ts';
import { changeStatus, changeTime, isInvoiced } from '../book/change.ts';
import type { InvoiceOrder } from '../book/records.ts';
import { unprocessed } from '../wire/service-fault.ts';
import type { Handler, OperationContext } from './handler.ts';
import {
  databaseException,
  exceptionMembers,
  ItemException,
  parameterException,
} from './item-exception.ts';
import { savedMembers, type SavedOrder } from './saved-members.ts';
import { savedRows } from './saved-rows.ts';

/** The order that an item means. An id that the vendor doesn't have is not an update. */
const orderOf = (
  { OrderId = '' }: SavedOrder,
  { book, seesData }: OperationContext,
): InvoiceOrder | undefined => (seesData ? book.orders.get(OrderId) : undefined);

/** Refuses the whole request, before anything of it is carried out. */
function refuseWhole(items: readonly SavedOrder[], context: OperationContext): void {
  for (const item of items) {
    if (context.book.poisoned.has(item.OrderId ?? '')) {
      throw unprocessed('Object reference not set to an instance of an object.');
    }
    if (orderOf(item, context) === undefined) continue;
    if (item.InvoiceRows?.some(({ ChangeState = 'None' }) => ChangeState === 'None')) {
      throw unprocessed('ChangeState must be set on rows when editing an existing order.');
    }
  }
}

/** The vendor's data types: "Required. Must exist in system." */
function checkCustomer({ CustomerId: id }: SavedOrder, book: Book): string {
  if (id === undefined) throw parameterException('CustomerId is required.');
  if (!book.companies.has(id)) throw databaseException(`Customer ${id} does not exist.`);
  return id;
}

function created(item: SavedOrder, { book, timeZone, now }: OperationContext): InvoiceOrder {
  const customer = checkCustomer(item, book);
  const rows = savedRows(book, [], item.InvoiceRows);
  const order: InvoiceOrder = {
    CustomerName: book.companies.get(customer)?.Name,
    DateOrdered: now.toISOString(),
    ...savedMembers(item, book, timeZone),
    CustomerId: customer,
    OrderId: nextId(book, 'order'),
    OrderStatus: 'Web',
    DateChanged: changeTime(now),
    InvoiceRows: rows,
  };
  book.orders.set(order.OrderId, order);
  return order;
}

function updated(item: SavedOrder, order: InvoiceOrder, context: OperationContext): InvoiceOrder {
  const { book, timeZone, now } = context;
  if (isInvoiced(order.OrderStatus)) {
    throw databaseException(`Order ${order.OrderId} is invoiced and cannot be changed.`);
  }
  const customer = checkCustomer(item, book);
  const changed: InvoiceOrder = {
    ...order,
    ...savedMembers(item, book, timeZone),
    CustomerId: customer,
    InvoiceRows: savedRows(book, order.InvoiceRows, item.InvoiceRows),
    DateChanged: changeTime(now),
  };
  book.orders.set(changed.OrderId, changed);
  return changed;
}

function saved(item: SavedOrder, context: OperationContext): SavedOrder {
  const { book, now } = context;
  try {
    if (book.poisonedItems.has(item.OrderId ?? '')) {
      throw databaseException('The order could not be saved.');
    }
    const existing = orderOf(item, context);
    const from = existing?.OrderStatus ?? 'None';
    const order = existing ? updated(item, existing, context) : created(item, context);
    const { OrderStatus: to, SkipStock = order.SkipStock ?? false } = item;
    if (to !== undefined) {
      changeStatus(book, order, to, SkipStock, now);
      book.statusWrites.push({ orderId: order.OrderId, from, to, at: now.toISOString() });
    }
    return { ...item, OrderId: order.OrderId };
  } catch (error) {
    if (!(error instanceof ItemException)) throw error;
    return { ...item, APIException: exceptionMembers(error) };
  }
}

/** SaveInvoices: an item with the id of an order updates it by the members that are set. */
export const saveInvoices: Handler<'SaveInvoices'> = ({ invoices = [] }, context) => {
  refuseWhole(invoices, context);
  return { value: invoices.map((item) => saved(item, context)) };
};
