import type { z } from 'zod';

import type { invoiceOrderSchema } from './invoice-order.ts';

/** The addresses of an order or a company. */
export type VendorAddresses = NonNullable<z.infer<typeof invoiceOrderSchema>['Addresses']>;

/** A postal address as 24SevenOffice keeps it. */
export type VendorAddress = NonNullable<VendorAddresses['Post']>;
