import { type Member, type Members, notSet, type Sequence } from './contract/description.ts';
import { invoiceOrder, invoiceRow } from './contract/invoice-order.ts';
import { product } from './contract/product-service.ts';

/** What an extra field's source holds. Ids are text: nobody calculates with them. */
export type ExtraFieldType = 'text' | 'decimal' | 'date' | 'boolean';

/** Where a source path stands, and what it holds. */
export interface ExtraFieldSource extends ArticleExtraFieldSource {
  readonly level: 'order' | 'line';
}

/** The same of a product. */
export interface ArticleExtraFieldSource {
  readonly type: ExtraFieldType;
  /** What the contract means where the element is left out of an answer. */
  readonly default: string | undefined;
}

/** A member that holds no others, or one within a member: `Currency.Rate`. */
type PathIn<Inside extends Members> = {
  [Name in keyof Inside & string]: Inside[Name] extends Member<Sequence<string, infer Within>>
    ? `${Name}.${keyof Within & string}`
    : Name;
}[keyof Inside & string];

// Not here: OrderStatus, DateChanged and ExternalStatus. They change when Crossdock itself writes, and a
// change of an extra field is sent to the warehouse.
const orderColumns = [
  'OrderId',
  'CustomerId',
  'CustomerName',
  'CustomerDeliveryName',
  'CustomerDeliveryPhone',
  'CustomerDeliveryId',
  'CustomerOrgNo',
  'CustomerReferenceNo',
  'DateOrdered',
  'DeliveryDate',
  'PaymentTime',
  'PaymentMethodId',
  'ProjectId',
  'DepartmentId',
  'OurReference',
  'YourReference',
  'ReferenceNumber',
  'ReferenceOrderId',
  'IncludeVAT',
  'OrderTotalIncVat',
  'OrderTotalVat',
  'InvoiceTitle',
  'InvoiceText',
  'InvoiceEmailAddress',
  'ProductionNumber',
  'DeliveryAlternative',
  'GLNNumber',
  'Currency.Symbol',
  'Currency.Rate',
  'Currency.Unit',
  'DeliveryMethod.Id',
  'DeliveryMethod.Description',
] as const satisfies PathIn<typeof invoiceOrder.members>[];

const rowColumns = [
  'ProductId',
  'RowId',
  'ProductNo',
  'Name',
  'Price',
  'InPrice',
  'Cost',
  'DiscountRate',
  'VatRate',
  'Quantity',
  'QuantityDelivered',
  'QuantityOrdered',
  'QuantityRest',
  'Hidden',
  'ProjectId',
  'DepartmentId',
  'SerialNumber',
] as const satisfies PathIn<typeof invoiceRow.members>[];

// Not here: Stock and DateChanged, which change when Crossdock itself writes.
const productColumns = [
  'Id',
  'No',
  'Name',
  'Description',
  'DescriptionLong',
  'EAN1',
  'Weight',
  'Price',
  'InPrice',
  'Cost',
  'WebPrice',
  'TaxRate',
  'MinimumStock',
  'OrderProposal',
  'StockLocation',
  'SupplierId',
  'SupplierProductCode',
  'SupplierProductName',
  'ProductCode',
  'CategoryId',
  'PriceGroupID',
  'StatusId',
  'StockControlled',
  'Web',
  'NewOffer',
  'NewProduct',
] as const satisfies PathIn<typeof product.members>[];

/** Whole numbers that count something; every other is an id. */
const counts: readonly string[] = ['PaymentTime'];

const typesOf = {
  int: 'text',
  short: 'decimal',
  long: 'text',
  decimal: 'decimal',
  dateTime: 'date',
  guid: 'text',
  string: 'text',
  boolean: 'boolean',
} as const;

function sourceAt(path: string, members: Members): ArticleExtraFieldSource {
  const [name = '', within] = path.split('.');
  const member = members[name];
  if (within !== undefined && member?.type.kind === 'sequence') {
    return sourceAt(within, member.type.members);
  }
  if (member?.type.kind !== 'simple') return { type: 'text', default: member?.default };
  return {
    type: counts.includes(path) ? 'decimal' : typesOf[member.type.name],
    default: member.default === notSet[member.type.name] ? undefined : member.default,
  };
}

const atLevel = (
  level: ExtraFieldSource['level'],
  prefix: string,
  { members }: Sequence,
  columns: readonly string[],
): [string, ExtraFieldSource][] =>
  columns.map((column) => [`${prefix}${column}`, { level, ...sourceAt(column, members) }]);

/**
 * The source paths that `orders.extraFields` may name: an order's element as the contract spells it,
 * or a row's as `lines.<element>`.
 */
export const extraFieldSources: Readonly<Record<string, ExtraFieldSource>> =
  Object.fromEntries<ExtraFieldSource>([
    ...atLevel('order', '', invoiceOrder, orderColumns),
    ...atLevel('line', 'lines.', invoiceRow, rowColumns),
  ]);

/** The source paths that `articles.extraFields` may name: a product's element as the contract spells it. */
export const articleExtraFieldSources: Readonly<Record<string, ArticleExtraFieldSource>> =
  Object.fromEntries(
    productColumns.map((column) => [column, sourceAt(column, product.members)] as const),
  );
