import { articleExtraFieldSources, extraFieldSources } from './extra-field-sources.ts';
import type { TwentyFourSevenOfficeSettings } from './settings.ts';

/** Which properties an answer about orders holds: only what is listed comes back. */
export interface OrderProperties {
  readonly order: readonly string[];
  /** Columns of the rows, which come only where `InvoiceRows` is listed for the order. */
  readonly row: readonly string[];
}

/** Enough to see where an order stands and to write its status. */
export const lightProperties: OrderProperties = {
  order: ['OrderId', 'CustomerId', 'OrderStatus', 'DateChanged'],
  row: [],
};

/** What is read before an order is written: with the text that tracking is added to, where it is. */
export const guardProperties = (
  trackingField: TwentyFourSevenOfficeSettings['shipments']['trackingField'],
): OrderProperties =>
  trackingField === null
    ? lightProperties
    : { ...lightProperties, order: [...lightProperties.order, trackingField] };

const mappedOrder = [
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
];
const mappedRow = ['ProductId', 'RowId', 'Name', 'Quantity', 'Hidden', 'Type', 'ProductNo'];

/**
 * Everything that the mapping needs, with the connection's extra fields. A nested element is listed
 * by its outer name only.
 */
export function fullProperties(
  extraFields: TwentyFourSevenOfficeSettings['orders']['extraFields'],
): OrderProperties {
  const wanted = (level: 'order' | 'line') =>
    Object.keys(extraFields)
      .filter((path) => extraFieldSources[path]?.level === level)
      .map((path) => path.split('.')[level === 'line' ? 1 : 0] ?? path);
  return {
    order: [...new Set([...lightProperties.order, ...mappedOrder, ...wanted('order')])],
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
];

/** What is asked of a supplier. */
export const supplierProperties = ['Id', 'Name', 'Addresses', 'Country', 'Type', 'DateChanged'];

/** Everything that the mapping of a product needs, with the connection's extra fields. */
export const productProperties = (
  extraFields: TwentyFourSevenOfficeSettings['articles']['extraFields'],
): readonly string[] => [
  ...new Set([
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
    ...Object.keys(extraFields).filter((path) => Object.hasOwn(articleExtraFieldSources, path)),
  ]),
];
