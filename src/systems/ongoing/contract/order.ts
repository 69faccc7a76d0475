import {
  boolean,
  codeAndName,
  date,
  decimal,
  integer,
  listOf,
  object,
  required,
  solid,
  text,
} from './member.ts';

const contact = { value: text() };
const notification = { toBeNotified: solid(boolean), value: text() };
const payer = { customerNumber: required(text(50)) };

/** Members that a consignee and an invoice address share. */
export const address = {
  name: text(200),
  address1: text(200),
  address2: text(200),
  address3: text(200),
  postCode: text(50),
  city: text(200),
  countryCode: text(2),
  countryStateCode: text(),
};

const consignee = {
  ...address,
  customerNumber: text(50),
  remark: text(),
  doorCode: text(),
  organisationNumber: text(),
  vatNumber: text(),
  customerGroup: codeAndName(),
  advanced: object({
    telephoneNotification: object(notification),
    emailNotification: object(notification),
    smsNotification: object(notification),
    externalCustomerCode: text(),
  }),
  invoiceAddress: object({
    ...address,
    advanced: object({
      telephoneNotification: object(contact),
      emailNotification: object(contact),
      smsNotification: object(contact),
    }),
  }),
};

/** One of an order's lines. */
export const orderLine = {
  rowNumber: required(text(40)),
  articleNumber: required(text(100)),
  numberOfItems: solid(decimal),
  comment: text(300),
  shouldBePicked: boolean,
  serialNumber: text(128),
  lineTotalCustomsValue: decimal,
  batchNumber: text(),
  lineType: codeAndName(),
  prices: object({
    linePrice: decimal,
    customerLinePrice: decimal,
    currencyCode: text(20),
    discountPercentage: decimal,
    totalVat: decimal,
  }),
  customerArticleNumber: text(),
  warehouseInstruction: text(500),
  externalId: text(),
  articleItemStatus: codeAndName(),
  lineFreeValues: object({ freeText1: text(300), freeDecimal1: decimal }),
  minDaysToExpiryDate: integer,
  maxDaysToExpiryDate: integer,
  deliveryDate: date,
  vat: object({ code: required(text()), percent: solid(decimal) }),
  weight: decimal,
  minWeight: decimal,
  maxWeight: decimal,
};

const transporter = { transporterCode: text(), transporterServiceCode: text() };

/** The body of a PUT of an order. */
export const order = {
  goodsOwnerId: required(integer),
  orderNumber: required(text(50)),
  deliveryDate: required(date),
  referenceNumber: text(50),
  goodsOwnerOrderId: text(),
  salesCode: text(500),
  orderRemark: text(500),
  deliveryInstruction: text(300),
  servicePointCode: text(50),
  freeText1: text(300),
  freeText2: text(300),
  freeText3: text(300),
  orderFreeDateTime1: date,
  orderType: codeAndName(),
  wayOfDelivery: codeAndName(100),
  consignee: required(object(consignee)),
  emailNotification: object(notification),
  smsNotification: object(notification),
  telephoneNotification: object(notification),
  transporter: object({
    ...transporter,
    paymentAdvanced: object({
      consigneeCollects: boolean,
      consigneePays: object(payer),
      thirdPartyPays: object(payer),
      senderPays: object({ ediCode: text(), waybillTemplate: text(), customerNumber: text(50) }),
    }),
  }),
  returnTransporter: object(transporter),
  orderLines: listOf(orderLine),
  customsInfo: object({ customsValueCurrencyCode: text(20) }),
  preparedTransportDocumentId: text(),
  freightPrice: decimal,
  customerPrice: decimal,
  warehouseId: integer,
  classes: listOf({ ...codeAndName().members, comment: text(), isParcelTypeSuggestion: boolean }),
  termsOfDeliveryType: codeAndName(),
  advanced: object({
    orderTextLines: listOf({
      rowNumber: required(text(40)),
      comment: text(300),
      numberOfItems: solid(decimal),
    }),
    arrivalDate: date,
    arrivalDateFrom: date,
    wayOfDeliveryString: text(50),
    transporterOrderNumber: text(),
    invoiceNumber: text(),
    termsOfPaymentString: text(),
    termsOfDeliveryString: text(),
    communication: text(),
  }),
  consigneeOrderNumber: text(150),
  warehouseInstruction: text(500),
  marketPlace: object({ marketPlace: text(100), marketPlaceOrderNumber: text() }),
  pickingPriority: integer,
  productionCode: text(),
  transporterBulkId: text(),
  invoiceUrl: text(),
  languageCode: text(20),
};

/** The body of a PATCH of an order's status. */
export const orderStatus = { orderStatusNumber: required(integer) };

/** The body of a PUT of a file by its name. */
export const file = { mimeType: required(text()), fileDataBase64: required(text()) };
