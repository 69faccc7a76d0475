import { z } from 'zod';
import { companyTypes } from '../contract/company-service.ts';
import { orderStatuses, rowTypes } from '../contract/invoice-service.ts';
import { valueSchema } from '../value.ts';

/*
 * What the simulated ERP keeps, member for member in the contract's words. Ids, numbers and decimals
 * are text; instants are ISO with Z; DeliveryDate is a calendar date. Members that the contract has
 * and that aren't named here are kept as they were saved.
 */

const text = z.string().optional();
const flag = z.boolean().optional();

const address = z.object({
  Street: text,
  State: text,
  PostalCode: text,
  PostalArea: text,
  Name: text,
  City: text,
  Country: text,
});

const addresses = z.object({
  Post: address.optional(),
  Delivery: address.optional(),
  Visit: address.optional(),
  Invoice: address.optional(),
});

const deliveryMethod = z.object({ Id: z.string(), Description: text });

const row = z.object({
  RowId: z.string(),
  ProductId: text,
  Type: z.enum(rowTypes).optional(),
  Name: text,
  Quantity: text,
  Price: text,
  Hidden: flag,
  SerialNumber: text,
});

const order = z.object({
  OrderId: z.string(),
  CustomerId: z.string(),
  CustomerName: text,
  CustomerDeliveryName: text,
  CustomerDeliveryPhone: text,
  Addresses: addresses.optional(),
  OrderStatus: z.enum(orderStatuses),
  InvoiceId: text,
  DateOrdered: text,
  DateInvoiced: text,
  DateChanged: z.string(),
  IncludeVAT: z.boolean().nullish(),
  YourReference: text,
  OrderTotalIncVat: text,
  InvoiceTitle: text,
  InvoiceText: text,
  Currency: z.object({ Rate: text, Unit: text, Symbol: text }).optional(),
  ExternalStatus: text,
  InvoiceEmailAddress: text,
  InvoiceRows: z.array(row.catchall(valueSchema)),
  DeliveryDate: text,
  ReferenceNumber: text,
  SkipStock: flag,
  DeliveryMethod: deliveryMethod.optional(),
  CustomerDeliveryId: text,
});

const product = z.object({
  Id: z.string(),
  No: text,
  Name: text,
  Description: text,
  EAN1: text,
  Weight: text,
  Price: text,
  InPrice: text,
  SupplierId: text,
  CategoryId: text,
  StatusId: text,
  Stock: text,
  StockControlled: z.boolean().nullish(),
  DateChanged: z.string(),
});

const phone = z.object({ Description: text, Value: text }).optional();
const mail = z.object({ Description: text, Name: text, Value: text }).optional();

const company = z.object({
  Id: z.string(),
  Name: text,
  FirstName: text,
  OrganizationNumber: text,
  ExternalId: text,
  Type: z.enum(companyTypes).optional(),
  Country: text,
  Addresses: addresses.optional(),
  PhoneNumbers: z
    .object({ Home: phone, Fax: phone, Mobile: phone, Primary: phone, Work: phone })
    .optional(),
  EmailAddresses: z
    .object({ Home: mail, Invoice: mail, Primary: mail, Work: mail, Alternative: mail })
    .optional(),
  DateChanged: z.string(),
});

export type Address = z.infer<typeof address>;
export type InvoiceRow = z.infer<typeof row>;
export type InvoiceOrder = Omit<z.infer<typeof order>, 'InvoiceRows'> & {
  InvoiceRows: InvoiceRow[];
};
export type Product = z.infer<typeof product>;
export type Company = z.infer<typeof company>;
export type DeliveryMethod = z.infer<typeof deliveryMethod>;

export const rowSchema: z.ZodType<InvoiceRow> = row.catchall(valueSchema);
export const orderSchema: z.ZodType<InvoiceOrder> = order.catchall(valueSchema);
export const productSchema: z.ZodType<Product> = product;
export const companySchema: z.ZodType<Company> = company;
export const deliveryMethodSchema: z.ZodType<DeliveryMethod> = deliveryMethod;
