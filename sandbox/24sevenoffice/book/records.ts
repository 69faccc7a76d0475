import { z } from 'zod';
import { company } from '../../../src/systems/24sevenoffice/contract/company-service.ts';
import type { address } from '../../../src/systems/24sevenoffice/contract/contact-details.ts';
import type { Sequence, Type } from '../../../src/systems/24sevenoffice/contract/description.ts';
import {
  deliveryMethod,
  invoiceOrder,
  invoiceRow,
} from '../../../src/systems/24sevenoffice/contract/invoice-order.ts';
import { product } from '../../../src/systems/24sevenoffice/contract/product-service.ts';
import type { Kept } from '../../../src/systems/24sevenoffice/contract/values.ts';

/*
 * What the simulated ERP keeps, member for member in the contract's words. Ids, numbers and decimals
 * are text; instants are ISO with Z; DeliveryDate is a calendar date.
 */

/** The schema of what is kept of a type. */
function kept(type: Type): z.ZodType {
  switch (type.kind) {
    case 'simple':
      return type.name === 'boolean' ? z.boolean() : z.string();
    case 'enumeration':
      return z.enum(type.values);
    case 'list':
      return z.array(kept(type.item));
    case 'sequence':
      return z.object(membersOf(type));
  }
}

const membersOf = (
  { members }: Sequence,
  always: readonly string[] = [],
): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(members).map(([name, { type, nillable }]) => {
      const value = nillable ? kept(type).nullable() : kept(type);
      return [name, always.includes(name) ? value : value.optional()];
    }),
  );

/** The schema of a type of which some members are always kept. */
const record = <Of extends Sequence, const Always extends keyof Of['members'] & string>(
  type: Of,
  always: readonly Always[],
): z.ZodType<Kept<Of, Always>> =>
  // What is read by a description has the values that the description says.
  z.object(membersOf(type, always)) as unknown as z.ZodType<Kept<Of, Always>>;

const rowSchema = record(invoiceRow, ['RowId']);
export type InvoiceRow = z.infer<typeof rowSchema>;

export const orderSchema = z.intersection(
  record(invoiceOrder, ['OrderId', 'CustomerId', 'OrderStatus', 'DateChanged']),
  z.object({ InvoiceRows: z.array(rowSchema) }),
);
export type InvoiceOrder = Omit<z.infer<typeof orderSchema>, 'InvoiceRows'> & {
  InvoiceRows: InvoiceRow[];
};

export const productSchema = record(product, ['Id', 'DateChanged']);
export type Product = z.infer<typeof productSchema>;

export const companySchema = record(company, ['Id', 'DateChanged']);
export type Company = z.infer<typeof companySchema>;

export const deliveryMethodSchema = record(deliveryMethod, ['Id']);
export type DeliveryMethod = z.infer<typeof deliveryMethodSchema>;

export type Address = Kept<typeof address>;
