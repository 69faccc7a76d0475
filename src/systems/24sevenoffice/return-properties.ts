import type { company } from './contract/company-service.ts';
import type { invoiceOrder, invoiceRow } from './contract/invoice-order.ts';
import type { product } from './contract/product-service.ts';
import { articleExtraFieldSources, extraFieldSources } from './extra-field-sources.ts';
import type { TwentyFourSevenOfficeSettings } from './settings.ts';

type OrderMember = keyof typeof invoiceOrder.members;
type ProductMember = keyof typeof product.members;
type CompanyMember = keyof typeof company.members;

/** Which properties an answer about orders holds: only what is listed comes back. */
export interface OrderProperties {
  readonly order: readonly string[];
  /** Columns of the rows, which come only where `InvoiceRows` is listed for the order. */
  readonly row: readonly string[];
}

const lightOrder = [
  'OrderId',
  'CustomerId',
  'OrderStatus',
  'DateChanged',
] as const satisfies OrderMember[];

/** Enough to see where an order stands and to write its status. */
export const lightProperties: OrderProperties = { order: lightOrder, row: [] };

/** What is read before an order is written: with the text that tracking is added to, where it is. */
export const guardProperties = (
  trackingField: TwentyFourSevenOfficeSettings['shipments']['trackingField'],
): OrderProperties =>
  trackingField === null ? lightProperties : { order: [...lightOrder, trackingField], row: [] };

/** What is mapped of an order. A nested element is listed by its outer name only. */
export const mappedOrder = [
  ...lightOrder,
  'CustomerName',
  'CustomerDeliveryName',
  'CustomerDeliveryPhone',
  'CustomerDeliveryId',
  'Addresses',
  'YourReference',
  'InvoiceTitle',
  'InvoiceEmailAddress',
  'InvoiceRows',
  'DeliveryDate',
  'ReferenceNumber',
  'DeliveryMethod',
] as const satisfies OrderMember[];

/** What is mapped of a row. */
export const mappedRow = [
  'ProductId',
  'RowId',
  'Name',
  'Quantity',
  'Hidden',
  'Type',
  'ProductNo',
] as const satisfies (keyof typeof invoiceRow.members)[];

/** Everything that the mapping needs, with the connection's extra fields. */
export function fullProperties(
  extraFields: TwentyFourSevenOfficeSettings['orders']['extraFields'],
): OrderProperties {
  const wanted = (level: 'order' | 'line') =>
    Object.keys(extraFields)
      .filter((path) => extraFieldSources[path]?.level === level)
      .map((path) => path.split('.')[level === 'line' ? 1 : 0] ?? path);
  return {
    order: [...new Set([...mappedOrder, ...wanted('order')])],
    row: [...new Set([...mappedRow, ...wanted('line')])],
  };
}

/** What is asked of a company: only where an order lacks something. */
export const companyProperties = [
  'Id',
  'Name',
  'FirstName',
  'Addresses',
  'PhoneNumbers',
  'EmailAddresses',
  'Country',
] as const satisfies CompanyMember[];

/** What is asked of a supplier. */
export const supplierProperties = [
  'Id',
  'Name',
  'Addresses',
  'Country',
  'Type',
  'DateChanged',
] as const satisfies CompanyMember[];

/** What is asked of each company where all are listed. */
export const listedCompany = ['Id', 'Type'] as const satisfies CompanyMember[];

/** What is mapped of a product. */
export const mappedProduct = [
  'SupplierId',
  'Id',
  'Name',
  'Stock',
  'StatusId',
  'Description',
  'EAN1',
  'No',
  'DateChanged',
  'Weight',
  'StockControlled',
] as const satisfies ProductMember[];

/** What is asked of each product where all are listed with their suppliers. */
export const suppliedProduct = ['SupplierId', 'Id'] as const satisfies ProductMember[];

/** Everything that the mapping of a product needs, with the connection's extra fields. */
export const productProperties = (
  extraFields: TwentyFourSevenOfficeSettings['articles']['extraFields'],
): readonly string[] => [
  ...new Set([
    ...mappedProduct,
    ...Object.keys(extraFields).filter((path) => Object.hasOwn(articleExtraFieldSources, path)),
  ]),
];
