import { z } from 'zod';

import { part, text } from './scalars.ts';

/** A postal address as 24SevenOffice keeps it. */
export const addressSchema = z.object({
  Street: text,
  State: text,
  PostalCode: text,
  PostalArea: text,
  Name: text,
  City: text,
  Country: text,
});
export type VendorAddress = z.infer<typeof addressSchema>;

/** The addresses of an order or a company. */
export const addressesSchema = z.object({
  Post: part(addressSchema),
  Delivery: part(addressSchema),
  Visit: part(addressSchema),
  Invoice: part(addressSchema),
});
export type VendorAddresses = z.infer<typeof addressesSchema>;
