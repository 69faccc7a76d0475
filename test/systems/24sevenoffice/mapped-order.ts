import type { MappingProblem } from '../../../src/domain/mapping-problem.ts';
import type { Order } from '../../../src/domain/order.ts';
import { type MappedOrder, mapOrder } from '../../../src/systems/24sevenoffice/mapping/order.ts';
import { companySchema } from '../../../src/systems/24sevenoffice/schema/company.ts';
import { invoiceOrderSchema } from '../../../src/systems/24sevenoffice/schema/invoice-order.ts';
import { settingsFor } from './account.ts';

/** An element as the SOAP library gives it. */
export type Raw = Readonly<Record<string, unknown>>;

export const delivery = {
  Street: 'Markveien 1',
  PostalCode: '0554',
  PostalArea: 'Oslo',
  Country: 'NO',
};
export const goods = {
  ProductId: '4711',
  RowId: '1',
  Quantity: '2',
  Name: 'T-shirt',
  ProductNo: 'TS-1',
};
const order: Raw = {
  OrderId: '10482',
  CustomerId: '1001',
  CustomerName: 'Buyer AS',
  CustomerDeliveryName: 'Receiver AS',
  Addresses: { Delivery: delivery },
  InvoiceRows: { InvoiceRow: [goods] },
};
const settings = settingsFor('http://localhost');
/** The day on which the orders are read. */
export const today = '2026-11-23';

/** Maps an order that is complete but for what is given. */
export function map(
  over: Raw,
  company?: Raw,
  orders: Partial<typeof settings.orders> = {},
): MappedOrder {
  return mapOrder(
    '10482',
    invoiceOrderSchema.parse({ ...order, ...over }),
    company === undefined ? undefined : companySchema.parse(company),
    { ...settings, orders: { ...settings.orders, ...orders } },
    today,
  );
}

/** The order, where it can be mapped. */
export function mapped(over: Raw, company?: Raw, orders?: Partial<typeof settings.orders>): Order {
  const result = map(over, company, orders);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.order;
}

/** What is wrong, where it can’t. */
export function faultsOf(
  over: Raw,
  company?: Raw,
  orders?: Partial<typeof settings.orders>,
): readonly MappingProblem[] {
  const result = map(over, company, orders);
  return 'faults' in result ? result.faults : [];
}

/** The member at a path: `lines.0.quantity`. */
export const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inside, key) => (inside as Raw | undefined)?.[key], value);

/** An order’s rows: one, with what is given. */
export const row = (over: Raw): Raw => ({ InvoiceRows: { InvoiceRow: [{ ...goods, ...over }] } });
export const deliveredTo = (over: Raw): Raw => ({
  Addresses: { Delivery: { ...delivery, ...over } },
});
export const invoicedTo = (over: Raw): Raw => ({
  Addresses: { Delivery: delivery, Invoice: over },
});
