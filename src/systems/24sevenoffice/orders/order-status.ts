import { type OrderStatus, orderStatuses } from '../contract/order-status.ts';

/**
 * The status as the contract spells it. People see and write `Sent` and `SuperStore`, which the
 * contract prefixes. Undefined for anything else.
 */
export function orderStatusFromText(text: string): OrderStatus | undefined {
  return orderStatuses.find((status) => status === text || status === `OrderState_${text}`);
}

/** The status as people read it: without the contract's prefix. */
export const orderStatusInWords = (status: string): string => status.replace(/^OrderState_/, '');

/**
 * Statuses that are never written. The invoiced ones create an invoice that can't be taken back, and
 * a collecting order merges all of a customer's orders into one. A reminder belongs to an invoice,
 * and `None` is no status.
 */
export const forbiddenToWrite: readonly OrderStatus[] = [
  'None',
  'Invoiced',
  'InvoicedCashAccount',
  'InvoicedPack',
  'CollectingOrder',
  'PaymentReminder',
];
