import { apiException } from './api-exception.ts';
import { addresses } from './contact-details.ts';
import {
  dateTime,
  decimal,
  enumeration,
  flag,
  guid,
  int,
  listOf,
  maybe,
  part,
  required,
  sequence,
  short,
  string,
  text,
  withDefault,
} from './members.ts';
import { orderStatus } from './order-status.ts';

/** Whether a row is goods or words. */
const rowType = enumeration('RowType', ['Normal', 'Text', 'TextBold']);

const dimension = sequence('UserDefinedDimension', { TypeId: int, Name: text, Value: text });

export const invoiceRow = sequence('InvoiceRow', {
  ProductId: int,
  RowId: int,
  VatRate: decimal,
  Price: decimal,
  Name: text,
  DiscountRate: decimal,
  Quantity: decimal,
  QuantityDelivered: decimal,
  QuantityOrdered: decimal,
  QuantityRest: decimal,
  Cost: decimal,
  ChangeState: withDefault(enumeration('ChangeState', ['None', 'Add', 'Edit', 'Delete']), 'None'),
  TypeGroupId: int,
  SequenceNumber: short,
  Hidden: flag,
  Type: withDefault(rowType, 'Normal'),
  InPrice: decimal,
  AccrualDate: dateTime,
  AccrualLength: int,
  AccountProject: maybe,
  ProjectId: int,
  DepartmentId: int,
  ProductNo: text,
  TaxSettings: part(sequence('TaxSettings', { TaxAccount: int, TaxCode: int, TaxRate: decimal })),
  UserDefinedDimensions: part(listOf(dimension)),
  SerialNumber: string,
});

/** How an order is to travel. */
export const deliveryMethod = sequence('DeliveryMethod', { Id: int, Description: text });

const currency = sequence('Currency', {
  Rate: withDefault(decimal.type, '1'),
  Unit: withDefault(short.type, '1'),
  Symbol: text,
});

const distributor = enumeration('Distributor', ['Default', 'Manual', 'Auto']);
const distributionMethod = enumeration('DistributionMethod', [
  'Unchanged',
  'Print',
  'EMail',
  'ElectronicInvoice',
]);

/** An order, and the invoice that it may become: one thing to the vendor. */
export const invoiceOrder = sequence('InvoiceOrder', {
  OrderId: int,
  CustomerId: int,
  CustomerName: text,
  CustomerDeliveryName: string,
  CustomerDeliveryPhone: text,
  Addresses: part(addresses),
  OrderStatus: withDefault(orderStatus, 'Web'),
  InvoiceId: int,
  DateOrdered: dateTime,
  DateInvoiced: dateTime,
  DateChanged: dateTime,
  PaymentTime: int,
  CustomerReferenceNo: text,
  ProjectId: int,
  OurReference: int,
  IncludeVAT: required(maybe),
  YourReference: text,
  OrderTotalIncVat: decimal,
  OrderTotalVat: decimal,
  InvoiceTitle: text,
  InvoiceText: text,
  Paid: dateTime,
  OCR: text,
  CustomerOrgNo: text,
  Currency: part(currency),
  PaymentMethodId: int,
  PaymentAmount: decimal,
  ProductionManagerId: int,
  SalesOpportunityId: int,
  TypeOfSaleId: int,
  Distributor: withDefault(distributor, 'Default'),
  DistributionMethod: withDefault(distributionMethod, 'Unchanged'),
  DepartmentId: int,
  ExternalStatus: int,
  InvoiceEmailAddress: text,
  InvoiceRows: part(listOf(invoiceRow)),
  APIException: part(apiException),
  ProductionNumber: text,
  DeliveryDate: dateTime,
  ReferenceInvoiceId: int,
  ReferenceOrderId: int,
  ReferenceNumber: text,
  SkipStock: flag,
  AccrualDate: dateTime,
  AccrualLength: int,
  RoundFactor: decimal,
  InvoiceTemplateId: guid,
  VippsNumber: text,
  DeliveryMethod: part(deliveryMethod),
  DeliveryAlternative: text,
  SendToFactoring: maybe,
  Commission: decimal,
  UserDefinedDimensions: part(listOf(dimension)),
  GLNNumber: text,
  CustomerDeliveryId: int,
});
