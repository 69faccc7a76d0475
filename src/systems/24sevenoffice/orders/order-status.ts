/** Every status that 24SevenOffice's contract knows for an order, in its own spelling. */
export const orderStatuses = [
  'None',
  'Offer',
  'Pack',
  'Invoiced',
  'Web',
  'Repeating',
  'CollectingOrder',
  'Return',
  'Distribution',
  'Rest',
  'ForInvoicing',
  'OvertimeRent',
  'Confirmed',
  'OrderState_Sent',
  'Production',
  'PaymentReminder',
  'OnAccount',
  'Lending',
  'InvoicedCashAccount',
  'InvoicedPack',
  'Inactive',
  'Hours',
  'OrderState_SuperStore',
  'Draft',
] as const;

/** A status of an order at 24SevenOffice. */
export type OrderStatus = (typeof orderStatuses)[number];

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
