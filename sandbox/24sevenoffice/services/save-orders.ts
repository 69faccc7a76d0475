import type { Book } from '../book/book.ts';
import { nextId } from '../book/book.ts';
import { changeStatus, changeTime, isInvoiced } from '../book/change.ts';
import type { InvoiceOrder } from '../book/records.ts';
import { orderSchema } from '../book/records.ts';
import { orderStatuses } from '../contract/invoice-service.ts';
import { unprocessed } from '../soap/service-fault.ts';
import type { Members, Value } from '../value.ts';
import { isMembers, itemsOf, textOf } from '../value.ts';
import {
  databaseException,
  exceptionMembers,
  ItemException,
  parameterException,
} from './item-exception.ts';
import type { Operation, OperationContext } from './operation.ts';
import { savedMembers } from './saved-members.ts';
import { changeStateOf, rowsIn, savedRows } from './saved-rows.ts';

const itemsIn = (args: Members): readonly Members[] => itemsOf(args, 'invoices').filter(isMembers);

/** The order that an item means. An id that the vendor doesn't have is not an update. */
const orderOf = (book: Book, item: Members, seesData: boolean): InvoiceOrder | undefined =>
  seesData ? book.orders.get(textOf(item, 'OrderId') ?? '') : undefined;

/** Refuses the whole request, before anything of it is carried out. */
function refuseWhole(items: readonly Members[], { book, seesData }: OperationContext): void {
  for (const item of items) {
    const id = textOf(item, 'OrderId') ?? '';
    if (book.poisoned.has(id)) {
      throw unprocessed('Object reference not set to an instance of an object.');
    }
    if (orderOf(book, item, seesData) === undefined) continue;
    if (rowsIn(item).some((row) => changeStateOf(row) === 'None')) {
      throw unprocessed('ChangeState must be set on rows when editing an existing order.');
    }
  }
}

/** The vendor's data types: "Required. Must exist in system." */
function checkCustomer(item: Members, book: Book): string {
  const id = textOf(item, 'CustomerId');
  if (id === undefined) throw parameterException('CustomerId is required.');
  if (!book.companies.has(id)) throw databaseException(`Customer ${id} does not exist.`);
  return id;
}

function statusOf(item: Members): InvoiceOrder['OrderStatus'] | undefined {
  const given = textOf(item, 'OrderStatus');
  return orderStatuses.find((status) => status === given);
}

function created(item: Members, { book, timeZone, now }: OperationContext): InvoiceOrder {
  const customer = checkCustomer(item, book);
  const rows = savedRows(book, [], rowsIn(item));
  const order = orderSchema.parse({
    CustomerName: book.companies.get(customer)?.Name,
    DateOrdered: now.toISOString(),
    ...savedMembers(item, book, timeZone),
    OrderId: nextId(book, 'order'),
    OrderStatus: 'Web',
    DateChanged: changeTime(now),
    InvoiceRows: rows,
  });
  book.orders.set(order.OrderId, order);
  return order;
}

function updated(item: Members, order: InvoiceOrder, context: OperationContext): InvoiceOrder {
  const { book, timeZone, now } = context;
  if (isInvoiced(order.OrderStatus)) {
    throw databaseException(`Order ${order.OrderId} is invoiced and cannot be changed.`);
  }
  checkCustomer(item, book);
  const changed = orderSchema.parse({
    ...order,
    ...savedMembers(item, book, timeZone),
    InvoiceRows: savedRows(book, order.InvoiceRows, rowsIn(item)),
    DateChanged: changeTime(now),
  });
  book.orders.set(changed.OrderId, changed);
  return changed;
}

function saved(item: Members, context: OperationContext): Value {
  const { book, seesData, now } = context;
  try {
    if (book.poisonedItems.has(textOf(item, 'OrderId') ?? '')) {
      throw databaseException('The order could not be saved.');
    }
    const existing = orderOf(book, item, seesData);
    const from = existing?.OrderStatus ?? 'None';
    const order = existing ? updated(item, existing, context) : created(item, context);
    const status = statusOf(item);
    if (status !== undefined) {
      const skipStock = item['SkipStock'] ?? order.SkipStock ?? false;
      changeStatus(book, order, status, skipStock === true, now);
      book.statusWrites.push({
        orderId: order.OrderId,
        from,
        to: status,
        at: now.toISOString(),
      });
    }
    return { ...item, OrderId: order.OrderId };
  } catch (error) {
    if (!(error instanceof ItemException)) throw error;
    return { ...item, APIException: exceptionMembers(error) };
  }
}

/** SaveInvoices: an item with the id of an order updates it by the members that are set. */
export const saveInvoices: Operation = (args, context) => {
  const items = itemsIn(args);
  refuseWhole(items, context);
  return { value: items.map((item) => saved(item, context)) };
};

/** UpdateInvoices: the title and the reference of orders that are invoiced already. */
export const updateInvoices: Operation = (args, { book, seesData, now }) => ({
  value: itemsIn(args).map((item) => {
    const order = orderOf(book, item, seesData);
    if (order === undefined || !isInvoiced(order.OrderStatus)) {
      const refusal = databaseException('Only invoiced orders can be updated.');
      return { ...item, APIException: exceptionMembers(refusal) };
    }
    order.InvoiceTitle = textOf(item, 'InvoiceTitle') ?? order.InvoiceTitle;
    order.ReferenceNumber = textOf(item, 'ReferenceNumber') ?? order.ReferenceNumber;
    order.DateChanged = changeTime(now);
    return item;
  }),
});
