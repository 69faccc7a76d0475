import type { Service } from './description.ts';
import { deliveryMethod, invoiceOrder } from './invoice-order.ts';
import { dateTime, ints, listOf, part, sequence, strings } from './members.ts';
import { orderStatus } from './order-status.ts';

const orders = part(listOf(invoiceOrder));

const searchParameters = sequence('InvoiceSearchParameters', {
  CustomerIds: ints,
  ChangedAfter: dateTime,
  OrderStates: part(listOf(orderStatus)),
  InvoiceIds: ints,
  OrderIds: ints,
  ExternalStatus: ints,
});

/** Orders, and the list of delivery methods. */
export const invoiceService = {
  name: 'InvoiceService',
  path: '/Economy/InvoiceOrder/V001/InvoiceService.asmx',
  operations: {
    GetInvoices: {
      request: {
        searchParams: part(searchParameters),
        invoiceReturnProperties: strings,
        rowReturnProperties: strings,
      },
      result: orders,
    },
    SaveInvoices: { request: { invoices: orders }, result: orders, writes: true },
    GetDeliveryMethods: { request: {}, result: part(listOf(deliveryMethod)) },
  },
} as const satisfies Service;
