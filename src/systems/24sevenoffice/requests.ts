import type { Instant } from '../../domain/order.ts';
import type { Request } from './client.ts';
import type { OrderStatus } from './order-status.ts';
import { companyProperties, type OrderProperties, productProperties } from './return-properties.ts';
import {
  companiesAnswer,
  invoicesAnswer,
  productsAnswer,
  savedInvoicesAnswer,
} from './schema/answers.ts';

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
        ...(search.changedAfter === undefined ? {} : { ChangedAfter: search.changedAfter }),
        ...(search.statuses === undefined
          ? {}
          : { OrderStates: { OrderSlipStateType: search.statuses } }),
        ...(search.ids === undefined ? {} : { OrderIds: { int: search.ids } }),
      },
      invoiceReturnProperties: { string: properties.order },
      ...(properties.row.length === 0 ? {} : { rowReturnProperties: { string: properties.row } }),
    },
    answer: invoicesAnswer,
  }) satisfies Request<unknown>;

/** A new status for one order. */
export interface StatusWrite {
  readonly id: string;
  /** The vendor requires it, even where only the status changes. */
  readonly customerId: string;
  readonly status: OrderStatus;
}

/**
 * Writes statuses. What an order doesn't name stays as it is, so nothing is named but the status and
 * what the contract demands: no rows, and a nil IncludeVAT, which has no "not set" of its own.
 */
export const saveStatuses = (writes: readonly StatusWrite[]) =>
  ({
    operation: 'SaveInvoices',
    parameters: {
      invoices: {
        InvoiceOrder: writes.map(({ id, customerId, status }) => ({
          OrderId: id,
          CustomerId: customerId,
          OrderStatus: status,
          IncludeVAT: null,
        })),
      },
    },
    answer: savedInvoicesAnswer,
  }) satisfies Request<unknown>;

/** Reads products by their ids. */
export const getProducts = (ids: readonly string[]) =>
  ({
    operation: 'GetProducts',
    parameters: {
      searchParams: { ProductIds: { int: ids } },
      returnProperties: { string: productProperties },
    },
    answer: productsAnswer,
  }) satisfies Request<unknown>;

/** Reads companies by their ids. */
export const getCompanies = (ids: readonly string[]) =>
  ({
    operation: 'GetCompanies',
    parameters: {
      searchParams: { CompanyIds: { int: ids } },
      returnProperties: { string: companyProperties },
    },
    answer: companiesAnswer,
  }) satisfies Request<unknown>;
