import { z } from 'zod';

import { addressesSchema } from './address.ts';
import { apiException } from './api-exception.ts';
import { boolean, decimal, int, items, part, text, time } from './scalars.ts';

/**
 * A row of an order. Loose, because extra fields are looked up among the columns. A column that
 * equals its default in the contract is left out of answers, so a missing type means Normal.
 */
export const invoiceRowSchema = z.looseObject({
  ProductId: int,
  RowId: int,
  Name: text,
  Quantity: decimal,
  Hidden: boolean.transform((hidden) => hidden ?? false),
  Type: text.transform((type) => type ?? 'Normal'),
  ProductNo: text,
});
export type InvoiceRow = z.infer<typeof invoiceRowSchema>;

/** How an order is to travel. Loose, because extra fields are looked up in it, too. */
export const deliveryMethodSchema = z.looseObject({ Id: int, Description: text });

/**
 * An order. Loose for the same reason; a missing status means Web, the contract's default. The status
 * isn't held to the contract's list: one that the vendor adds means that somebody moved the order on.
 */
export const invoiceOrderSchema = z.looseObject({
  OrderId: int,
  CustomerId: int,
  CustomerName: text,
  CustomerDeliveryName: text,
  CustomerDeliveryPhone: text,
  CustomerDeliveryId: int,
  Addresses: part(addressesSchema),
  OrderStatus: text.transform((status) => status ?? 'Web'),
  DateChanged: time,
  YourReference: text,
  InvoiceTitle: text,
  InvoiceText: text,
  InvoiceEmailAddress: text,
  InvoiceRows: items('InvoiceRow', invoiceRowSchema),
  APIException: apiException,
  DeliveryDate: time,
  ReferenceNumber: text,
  DeliveryMethod: part(deliveryMethodSchema),
});
export type InvoiceOrder = z.infer<typeof invoiceOrderSchema>;
