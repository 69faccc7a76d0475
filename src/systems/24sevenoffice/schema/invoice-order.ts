import { z } from 'zod';

import { deliveryMethod, invoiceOrder, invoiceRow } from '../contract/invoice-order.ts';
import { mappedOrder, mappedRow } from '../return-properties.ts';
import { answered } from './answered.ts';
import { apiException } from './api-exception.ts';
import { items } from './scalars.ts';

/** A row of an order. Loose, because extra fields are looked up among the columns. */
export const invoiceRowSchema = z.looseObject(answered(invoiceRow, mappedRow));
export type InvoiceRow = z.infer<typeof invoiceRowSchema>;

/** How an order is to travel. */
export const deliveryMethodSchema = z.object(answered(deliveryMethod, ['Id', 'Description']));

/**
 * An order. Loose for the same reason. Its status isn't held to the contract's list: one that the vendor
 * adds means that somebody moved the order on.
 */
export const invoiceOrderSchema = z.looseObject({
  ...answered(invoiceOrder, [...mappedOrder, 'InvoiceText']),
  InvoiceRows: items('InvoiceRow', invoiceRowSchema),
  APIException: apiException,
});
export type InvoiceOrder = z.infer<typeof invoiceOrderSchema>;
