import type { InvoiceOrder, InvoiceRow } from './24sevenoffice/book/records.ts';
import type { OrderInput, RowInput } from './24sevenoffice/clerk.ts';

/** Whether a row is of something to pack, not of words. */
export const isGoods = (row: InvoiceRow): boolean =>
  (row.Type ?? 'Normal') === 'Normal' && Number(row.ProductId ?? 0) > 0;

/** The rows of an order with one more of its first product. */
export function moreOfFirstGoods(order: InvoiceOrder): RowInput[] {
  const first = order.InvoiceRows.find(isGoods);
  return order.InvoiceRows.map((row) =>
    row === first ? { ...row, Quantity: String(Math.floor(Number(row.Quantity ?? 0)) + 1) } : row,
  );
}

/** The same goods to the same customer once more, as a new order. */
export function orderedAgain(order: InvoiceOrder): OrderInput & { readonly CustomerId: string } {
  const {
    OrderId: _id,
    InvoiceId: _invoice,
    DateOrdered: _ordered,
    DateChanged: _changed,
    DateInvoiced: _invoiced,
    OrderStatus: _status,
    InvoiceRows,
    ...rest
  } = order;
  return { ...rest, InvoiceRows: InvoiceRows.map(({ RowId: _row, ...row }) => row) };
}
