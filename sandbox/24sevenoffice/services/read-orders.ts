import type { Book } from '../book/book.ts';
import type { InvoiceOrder } from '../book/records.ts';
import { unprocessed } from '../soap/service-fault.ts';
import type { Members, Value } from '../value.ts';
import { partOf, textOf, textsOf } from '../value.ts';
import type { Operation } from './operation.ts';
import { isAfter, propertiesIn } from './operation.ts';

const listParameters = ['CustomerIds', 'OrderStates', 'InvoiceIds', 'OrderIds', 'ExternalStatus'];

/** An order as it is read: rows carry the number that their product has today. */
function orderMembers(book: Book, order: InvoiceOrder): Members {
  return {
    ...order,
    InvoiceRows: order.InvoiceRows.map((row): Value => {
      const number = row.ProductId === undefined ? undefined : book.products.get(row.ProductId)?.No;
      return number === undefined ? row : { ...row, ProductNo: number };
    }),
  };
}

function matcher(search: Members | undefined): (order: InvoiceOrder) => boolean {
  const [customers, states, invoices, ids, external] = listParameters.map(
    (name) => new Set(textsOf(search, name)),
  );
  const changedAfter = textOf(search, 'ChangedAfter');
  const within = (wanted: ReadonlySet<string> | undefined, value: string | undefined): boolean =>
    wanted === undefined || wanted.size === 0 || (value !== undefined && wanted.has(value));
  return (order) =>
    within(customers, order.CustomerId) &&
    within(states, order.OrderStatus) &&
    within(invoices, order.InvoiceId) &&
    within(ids, order.OrderId) &&
    within(external, order.ExternalStatus) &&
    isAfter(order.DateChanged, changedAfter);
}

/** GetInvoices: every parameter narrows the search; the values of one parameter widen it. */
export const getInvoices: Operation = (args, { book, seesData }) => {
  const search = partOf(args, 'searchParams');
  const asked = listParameters.some((name) => textsOf(search, name).length > 0);
  if (!asked && textOf(search, 'ChangedAfter') === undefined) {
    throw unprocessed('Please specify at least one search parameter');
  }
  const found = seesData ? [...book.orders.values()].filter(matcher(search)) : [];
  return {
    value: found.map((order) => orderMembers(book, order)),
    wanted: {
      InvoiceOrder: propertiesIn(args, 'invoiceReturnProperties'),
      InvoiceRow: propertiesIn(args, 'rowReturnProperties'),
    },
  };
};

/** GetOrderSyncList: the ids of orders registered, and where asked also changed, after a time. */
export const getOrderSyncList: Operation = (args, { book, seesData }) => {
  const params = partOf(args, 'syncParams');
  if (params === undefined) throw unprocessed('Value cannot be null. Parameter name: syncParams');
  const registeredAfter = textOf(params, 'RegisteredAfter');
  const changedAfter = textOf(params, 'ChangedAfter');
  const found = [...book.orders.values()].filter(
    (order) =>
      isAfter(order.DateOrdered, registeredAfter) && isAfter(order.DateChanged, changedAfter),
  );
  return { value: seesData ? found.map(({ OrderId }) => OrderId) : [] };
};

/** GetDeliveryMethods: all of them. */
export const getDeliveryMethods: Operation = (_args, { book, seesData }) => ({
  value: seesData ? [...book.deliveryMethods.values()] : [],
});
