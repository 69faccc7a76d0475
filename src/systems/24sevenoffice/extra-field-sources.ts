/** What an extra field's source holds. Ids are text: nobody calculates with them. */
export type ExtraFieldType = 'text' | 'decimal' | 'date' | 'boolean';

/** Where a source path stands, and what it holds. */
export interface ExtraFieldSource {
  readonly level: 'order' | 'line';
  readonly type: ExtraFieldType;
}

// Not here: OrderStatus, DateChanged and ExternalStatus. They change when Crossdock itself writes, and a
// change of an extra field is sent to the warehouse.
const orderColumns = {
  OrderId: 'text',
  CustomerId: 'text',
  CustomerName: 'text',
  CustomerDeliveryName: 'text',
  CustomerDeliveryPhone: 'text',
  CustomerDeliveryId: 'text',
  CustomerOrgNo: 'text',
  CustomerReferenceNo: 'text',
  DateOrdered: 'date',
  DeliveryDate: 'date',
  PaymentTime: 'decimal',
  PaymentMethodId: 'text',
  ProjectId: 'text',
  DepartmentId: 'text',
  OurReference: 'text',
  YourReference: 'text',
  ReferenceNumber: 'text',
  ReferenceOrderId: 'text',
  IncludeVAT: 'boolean',
  OrderTotalIncVat: 'decimal',
  OrderTotalVat: 'decimal',
  InvoiceTitle: 'text',
  InvoiceText: 'text',
  InvoiceEmailAddress: 'text',
  ProductionNumber: 'text',
  DeliveryAlternative: 'text',
  GLNNumber: 'text',
  'Currency.Symbol': 'text',
  'Currency.Rate': 'decimal',
  'Currency.Unit': 'decimal',
  'DeliveryMethod.Id': 'text',
  'DeliveryMethod.Description': 'text',
} as const satisfies Record<string, ExtraFieldType>;

const rowColumns = {
  ProductId: 'text',
  RowId: 'text',
  ProductNo: 'text',
  Name: 'text',
  Price: 'decimal',
  InPrice: 'decimal',
  Cost: 'decimal',
  DiscountRate: 'decimal',
  VatRate: 'decimal',
  Quantity: 'decimal',
  QuantityDelivered: 'decimal',
  QuantityOrdered: 'decimal',
  QuantityRest: 'decimal',
  Hidden: 'boolean',
  ProjectId: 'text',
  DepartmentId: 'text',
  SerialNumber: 'text',
} as const satisfies Record<string, ExtraFieldType>;

// Not here: Stock and DateChanged, which change when Crossdock itself writes.
const productColumns = {
  Id: 'text',
  No: 'text',
  Name: 'text',
  Description: 'text',
  DescriptionLong: 'text',
  EAN1: 'text',
  Weight: 'decimal',
  Price: 'decimal',
  InPrice: 'decimal',
  Cost: 'decimal',
  WebPrice: 'decimal',
  TaxRate: 'decimal',
  MinimumStock: 'decimal',
  OrderProposal: 'decimal',
  StockLocation: 'text',
  SupplierId: 'text',
  SupplierProductCode: 'text',
  SupplierProductName: 'text',
  ProductCode: 'text',
  CategoryId: 'text',
  PriceGroupID: 'text',
  StatusId: 'text',
  StockControlled: 'boolean',
  Web: 'boolean',
  NewOffer: 'boolean',
  NewProduct: 'boolean',
} as const satisfies Record<string, ExtraFieldType>;

const atLevel = (
  level: ExtraFieldSource['level'],
  prefix: string,
  columns: Readonly<Record<string, ExtraFieldType>>,
): [string, ExtraFieldSource][] =>
  Object.entries(columns).map(([column, type]) => [`${prefix}${column}`, { level, type }]);

/**
 * The source paths that `orders.extraFields` may name: an order's element as the contract spells it,
 * or a row's as `lines.<element>`.
 */
export const extraFieldSources: Readonly<Record<string, ExtraFieldSource>> =
  Object.fromEntries<ExtraFieldSource>([
    ...atLevel('order', '', orderColumns),
    ...atLevel('line', 'lines.', rowColumns),
  ]);

/** The source paths that `articles.extraFields` may name: a product's element as the contract spells it. */
export const articleExtraFieldSources: Readonly<Record<string, { readonly type: ExtraFieldType }>> =
  Object.fromEntries(
    Object.entries(productColumns).map(([column, type]) => [column, { type }] as const),
  );
