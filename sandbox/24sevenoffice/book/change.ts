import { Decimal } from 'decimal.js';
import type { OrderStatus } from '../../../src/systems/24sevenoffice/contract/order-status.ts';
import type { Book } from './book.ts';
import { nextId } from './book.ts';
import type { InvoiceOrder } from './records.ts';

/** The statuses of which the vendor says that the order can no longer be saved. */
const invoicedStatuses: readonly OrderStatus[] = [
  'Invoiced',
  'InvoicedCashAccount',
  'InvoicedPack',
];

export const isInvoiced = (status: OrderStatus): boolean => invoicedStatuses.includes(status);

/**
 * The change time that the vendor notes: rounded to the minute, not cut off, so that it may lie up to
 * thirty seconds in the future.
 */
export const changeTime = (now: Date): string =>
  new Date(Math.round(now.getTime() / 60_000) * 60_000).toISOString();

/** What leaves with an order that is sent is taken off the stock of products that are stock-controlled. */
function deductStock(book: Book, order: InvoiceOrder, now: Date): void {
  for (const { ProductId, Quantity } of order.InvoiceRows) {
    const product = ProductId === undefined ? undefined : book.products.get(ProductId);
    if (product?.StockControlled !== true || Quantity === undefined) continue;
    product.Stock = new Decimal(product.Stock ?? '0').minus(Quantity).toFixed();
    product.DateChanged = changeTime(now);
  }
}

/** Gives an order a status, with what follows from it at the vendor: stock that leaves, an invoice. */
export function changeStatus(
  book: Book,
  order: InvoiceOrder,
  status: OrderStatus,
  skipStock: boolean,
  now: Date,
): void {
  const leaves = status === 'OrderState_Sent' && order.OrderStatus !== status;
  order.OrderStatus = status;
  order.DateChanged = changeTime(now);
  if (leaves && !skipStock) deductStock(book, order, now);
  if (isInvoiced(status) && order.InvoiceId === undefined) {
    order.InvoiceId = nextId(book, 'invoice');
    order.DateInvoiced = changeTime(now);
  }
}
