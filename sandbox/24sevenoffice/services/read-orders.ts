import type { Book } from '../book/book.ts';
import type { InvoiceOrder } from '../book/records.ts';
import { unprocessed } from '../wire/service-fault.ts';
import { among, type Handler, isAfter } from './handler.ts';

/** An order as it is read: rows carry the number that their product has today. */
const withNumbers = (book: Book, order: InvoiceOrder): InvoiceOrder => ({
  ...order,
  InvoiceRows: order.InvoiceRows.map((row) => {
    const number = book.products.get(row.ProductId ?? '')?.No;
    return number === undefined ? row : { ...row, ProductNo: number };
  }),
});

/** GetInvoices: every parameter narrows the search; the values of one parameter widen it. */
export const getInvoices: Handler<'GetInvoices'> = (
  { searchParams: asked = {}, invoiceReturnProperties, rowReturnProperties },
  { book, seesData },
) => {
  if (Object.values(asked).every(({ length }) => length === 0)) {
    throw unprocessed('Please specify at least one search parameter');
  }
  const ofCustomer = among(asked.CustomerIds);
  const inState = among(asked.OrderStates);
  const ofInvoice = among(asked.InvoiceIds);
  const hasId = among(asked.OrderIds);
  const isMarked = among(asked.ExternalStatus);
  const found = [...book.orders.values()].filter(
    (order) =>
      ofCustomer(order.CustomerId) &&
      inState(order.OrderStatus) &&
      ofInvoice(order.InvoiceId) &&
      hasId(order.OrderId) &&
      isMarked(order.ExternalStatus) &&
      isAfter(order.DateChanged, asked.ChangedAfter),
  );
  return {
    value: seesData ? found.map((order) => withNumbers(book, order)) : [],
    wanted: {
      InvoiceOrder: new Set(invoiceReturnProperties),
      InvoiceRow: new Set(rowReturnProperties),
    },
  };
};

/** GetDeliveryMethods: all of them. */
export const getDeliveryMethods: Handler<'GetDeliveryMethods'> = (_args, { book, seesData }) => ({
  value: seesData ? [...book.deliveryMethods.values()] : [],
});
