import type { Instant } from '../../../domain/order.ts';
import type { Request } from '../soap/soap-call.ts';
import type { OrderStatus } from '../contract/order-status.ts';
import type { OrderProperties } from '../return-properties.ts';
import { deliveryMethods, invoices } from '../schema/answers.ts';

/** Which orders: at least one member, the vendor refuses a search without any. */
export interface OrderSearch {
  /** Exclusive; its zone must be explicit, because how the vendor reads a zone-less one is unknown. */
  readonly changedAfter?: Instant;
  readonly statuses?: readonly OrderStatus[];
  readonly ids?: readonly string[];
}

/** Reads orders. */
export const getInvoices = (search: OrderSearch, properties: OrderProperties) =>
  ({
    operation: 'GetInvoices',
    parameters: {
      searchParams: {
        ChangedAfter: search.changedAfter,
        OrderStates: search.statuses && { OrderSlipStateType: search.statuses },
        OrderIds: search.ids && { int: search.ids },
      },
      invoiceReturnProperties: { string: properties.order },
      rowReturnProperties: properties.row.length === 0 ? undefined : { string: properties.row },
    },
    answer: invoices,
  }) satisfies Request<unknown>;

/** What is written to one order. */
export interface OrderWrite {
  readonly id: string;
  /** The vendor requires it, even where only the status changes. */
  readonly customerId: string;
  readonly status: OrderStatus;
  /** The whole new text; absent: it stays as it is. */
  readonly invoiceText?: string;
}

/**
 * Writes to orders. What an order doesn't name stays as it is, so nothing is named but what is written
 * and what the contract demands: no rows, and a nil IncludeVAT, which has no "not set" of its own.
 */
export const saveOrders = (writes: readonly OrderWrite[]) =>
  ({
    operation: 'SaveInvoices',
    parameters: {
      invoices: {
        InvoiceOrder: writes.map(({ id, customerId, status, invoiceText }) => ({
          OrderId: id,
          CustomerId: customerId,
          OrderStatus: status,
          IncludeVAT: null,
          InvoiceText: invoiceText,
        })),
      },
    },
    answer: invoices,
  }) satisfies Request<unknown>;

/** Reads the account's list of delivery methods. */
export const getDeliveryMethods = {
  operation: 'GetDeliveryMethods',
  parameters: {},
  answer: deliveryMethods,
} satisfies Request<unknown>;
