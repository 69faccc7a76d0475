import { enumeration } from './members.ts';

/** Every status of an order, in the contract's own spelling. What people call Sent is `OrderState_Sent`. */
export const orderStatus = enumeration('OrderSlipStateType', [
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
]);

/** The statuses as a list. */
export const orderStatuses = orderStatus.values;

/** A status of an order at 24SevenOffice. */
export type OrderStatus = (typeof orderStatuses)[number];
