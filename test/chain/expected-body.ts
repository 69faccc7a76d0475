import type { Address, Company, InvoiceOrder } from '../../sandbox/24sevenoffice/book/records.ts';
import { codeOfCountry } from './written-country.ts';

/** What a member of the body must be: this text, one of several, or, where undefined, absent. */
export type Wanted = string | readonly string[] | undefined;

/** One row of the brief's mapping: its words, where its value stands in the body, and what it must be. */
export interface BriefRow {
  readonly row: string;
  readonly path: string;
  readonly wanted: Wanted;
}

/** What the rows are read from: the ERP's own records, and what the warehouse calls its articles. */
export interface Records {
  readonly order: InvoiceOrder;
  /** Whom the goods go to: the delivery company where there is one, else the customer. */
  readonly company: Company | undefined;
  /** The article number behind a product's id. */
  readonly articleNumber: (productId: string) => string | undefined;
  /** The days on which the order may have been read, for orders without a delivery date. */
  readonly readOn: readonly string[];
  readonly goodsOwnerId: string;
}

/**
 * What the warehouse must have received for an order: every row of the brief's table of sales orders
 * in the places of REST, and the members that REST needs besides. Written from the brief, not from
 * the product: it shares no code with the mapping.
 */
export function expectedBody(records: Records): readonly BriefRow[] {
  return [
    ...besides(records),
    ...orderRows(records),
    ...customerRows(records),
    ...lineRows(records),
  ];
}

/** What no row of the brief names and REST wants or the identity of an order needs. */
const besides = ({ order, goodsOwnerId }: Records): BriefRow[] => [
  { row: 'goods owner', path: 'goodsOwnerId', wanted: goodsOwnerId },
  { row: 'the ERP’s own id', path: 'goodsOwnerOrderId', wanted: order.OrderId },
  ...['email', 'sms', 'telephone'].map((way) => ({
    row: 'notify customers (off unless asked for)',
    path: `${way}Notification.toBeNotified`,
    wanted: 'false',
  })),
];

function orderRows({ order, readOn }: Records): BriefRow[] {
  const method = order.DeliveryMethod;
  return [
    {
      row: 'OrderInfo ⇒ GoodsOwnerOrderNumber ← InvoiceOrder ⇒ OrderId',
      path: 'orderNumber',
      wanted: order.OrderId,
    },
    {
      row: 'OrderInfo ⇒ DeliveryDate ← InvoiceOrder ⇒ DeliveryDate',
      path: 'deliveryDate',
      wanted: filled(order.DeliveryDate) ?? readOn,
    },
    {
      row: 'OrderInfo ⇒ ReferenceNumber ← InvoiceOrder ⇒ ReferenceNumber',
      path: 'referenceNumber',
      wanted: filled(order.ReferenceNumber),
    },
    {
      row: 'OrderInfo ⇒ SalesCode ← InvoiceOrder ⇒ YourReference',
      path: 'salesCode',
      wanted: filled(order.YourReference),
    },
    {
      row: 'OrderInfo ⇒ WayOfDelivery ← InvoiceOrder ⇒ DeliveryMethod ⇒ Description',
      path: 'advanced.wayOfDeliveryString',
      wanted: filled(method?.Description),
    },
    {
      row: 'OrderInfo ⇒ WayOfDeliveryType ⇒ Code ← InvoiceOrder ⇒ DeliveryMethod ⇒ Id',
      path: 'wayOfDelivery.code',
      wanted: filled(method?.Id),
    },
    {
      row: 'OrderInfo ⇒ WayOfDeliveryType ⇒ Name ← InvoiceOrder ⇒ DeliveryMethod ⇒ Description',
      path: 'wayOfDelivery.name',
      wanted: filled(method?.Description),
    },
    {
      row: 'OrderInfo ⇒ OrderRemark ← InvoiceOrder ⇒ InvoiceTitle',
      path: 'orderRemark',
      wanted: filled(order.InvoiceTitle),
    },
  ];
}

function customerRows({ order, company }: Records): BriefRow[] {
  const kinds = ['Delivery', 'Post', 'Visit', 'Invoice'] as const;
  // An order can't be sent without a place: where it names none, the next best address has to do.
  const delivery = [order.Addresses, company?.Addresses]
    .flatMap((addresses) => kinds.map((kind) => addresses?.[kind]))
    .find((address) => address !== undefined);
  const phones = Object.values(company?.PhoneNumbers ?? {}).flatMap((phone) => phone?.Value ?? []);
  const emails = Object.values(company?.EmailAddresses ?? {}).flatMap((mail) => mail?.Value ?? []);
  const phone = filled(order.CustomerDeliveryPhone);
  return [
    {
      row: 'Customer ⇒ CustomerNumber ← InvoiceOrder ⇒ CustomerId',
      path: 'consignee.customerNumber',
      wanted: order.CustomerId,
    },
    {
      row: 'Customer ⇒ Name ← InvoiceOrder ⇒ CustomerDeliveryName',
      path: 'consignee.name',
      wanted:
        filled(order.CustomerDeliveryName) ??
        filled(order.Addresses?.Delivery?.Name) ??
        filled(order.CustomerName) ??
        filled(company?.Name),
    },
    ...addressRows('Customer', 'deliveryAddress', 'consignee', delivery, company?.Country),
    {
      row: 'Customer ⇒ MobilePhone ← InvoiceOrder ⇒ CustomerDeliveryPhone * or the company’s phone numbers',
      path: 'smsNotification.value',
      wanted: phone ?? filled(company?.PhoneNumbers?.Mobile?.Value) ?? oneOf(phones),
    },
    {
      row: 'Customer ⇒ TelePhone ← InvoiceOrder ⇒ CustomerDeliveryPhone * or the company’s phone numbers',
      path: 'telephoneNotification.value',
      wanted: phone ?? oneOf(phones),
    },
    {
      row: 'Customer ⇒ Email ← InvoiceOrder ⇒ InvoiceEmailAddress ** or the company’s e-mail addresses',
      path: 'emailNotification.value',
      wanted: filled(order.InvoiceEmailAddress) ?? oneOf(emails),
    },
    {
      row: 'Customer ⇒ InvoiceAddress ⇒ name ← InvoiceOrder ⇒ CustomerName',
      path: 'consignee.invoiceAddress.name',
      wanted: filled(order.CustomerName),
    },
    ...addressRows(
      'Customer ⇒ InvoiceAddress',
      'invoiceAddress',
      'consignee.invoiceAddress',
      order.Addresses?.Invoice,
    ),
  ];
}

function addressRows(
  target: string,
  source: string,
  path: string,
  address: Address | undefined,
  otherCountry?: string,
): BriefRow[] {
  // The warehouse has three lines for what the ERP keeps in one field of several lines.
  const [first, second, ...rest] = (address?.Street ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const third = rest.length === 0 ? undefined : rest.join(', ');
  const country = filled(address?.Country) ?? otherCountry;
  const street = `${target} ⇒ Address ← ${source} ⇒ Street`;
  return [
    { row: street, path: `${path}.address1`, wanted: first },
    { row: street, path: `${path}.address2`, wanted: second },
    { row: street, path: `${path}.address3`, wanted: third },
    {
      row: `${target} ⇒ PostCode ← ${source} ⇒ PostalCode`,
      path: `${path}.postCode`,
      wanted: filled(address?.PostalCode),
    },
    {
      row: `${target} ⇒ City ← ${source} ⇒ PostalArea`,
      path: `${path}.city`,
      wanted: filled(address?.PostalArea) ?? filled(address?.City),
    },
    {
      row: `${target} ⇒ CountryCode ← ${source} ⇒ Country`,
      path: `${path}.countryCode`,
      wanted: country === undefined ? undefined : codeOfCountry(country),
    },
    {
      row: `${target} ⇒ CountryStateCode ← ${source} ⇒ State`,
      path: `${path}.countryStateCode`,
      wanted: filled(address?.State),
    },
  ];
}

function lineRows({ order, articleNumber }: Records): BriefRow[] {
  return order.InvoiceRows.filter(
    ({ Type = 'Normal', ProductId = '' }) => Type === 'Normal' && /^[1-9]/.test(ProductId),
  ).flatMap(({ ProductId = '', RowId, Quantity = '' }, index) => {
    const path = `orderLines[${index}]`;
    return [
      {
        row: 'CustomerOrderLines ⇒ ProductCode ← InvoiceRow ⇒ ProductId',
        path: `${path}.articleNumber`,
        wanted: articleNumber(ProductId) ?? `the article of product ${ProductId}`,
      },
      {
        row: 'CustomerOrderLines ⇒ ExternalOrderLineCode ← InvoiceRow ⇒ RowId',
        path: `${path}.rowNumber`,
        wanted: RowId,
      },
      {
        row: 'CustomerOrderLines ⇒ NumberOfItems ← InvoiceRow ⇒ Quantity',
        path: `${path}.numberOfItems`,
        wanted: Quantity.includes('.') ? Quantity.replace(/\.?0+$/, '') : Quantity,
      },
    ];
  });
}

const oneOf = (values: readonly string[]): Wanted => (values.length === 0 ? undefined : values);

/** A text that says something, without blanks around it. */
const filled = (text: string | undefined): string | undefined => text?.trim() || undefined;
