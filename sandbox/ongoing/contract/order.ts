import type { Shape } from './field.ts';
import { decimal, flag, listOf, moment, object, required, solid, text, whole } from './field.ts';
import { codeAndName } from './code-and-name.ts';

const contact: Shape = { value: text() };
const notification: Shape = { toBeNotified: solid(flag), value: text() };
const payer: Shape = { customerNumber: required(text(50)) };

/** Members that a consignee and an invoice address share. */
const address: Shape = {
  name: text(200),
  address1: text(200),
  address2: text(200),
  address3: text(200),
  postCode: text(50),
  city: text(200),
  countryCode: text(2),
  countryStateCode: text(),
};

const consignee: Shape = {
  ...address,
  customerNumber: text(50),
  remark: text(),
  doorCode: text(),
  organisationNumber: text(),
  vatNumber: text(),
  customerGroup: object(codeAndName()),
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

const orderLine: Shape = {
  rowNumber: required(text(40)),
  articleNumber: required(text(100)),
  numberOfItems: solid(decimal),
  comment: text(300),
  shouldBePicked: flag,
  serialNumber: text(128),
  lineTotalCustomsValue: decimal,
  batchNumber: text(),
  lineType: object(codeAndName()),
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
  articleItemStatus: object(codeAndName()),
  lineFreeValues: object({ freeText1: text(300), freeDecimal1: decimal }),
  minDaysToExpiryDate: whole,
  maxDaysToExpiryDate: whole,
  deliveryDate: moment,
  vat: object({ code: required(text()), percent: solid(decimal) }),
  weight: decimal,
  minWeight: decimal,
  maxWeight: decimal,
};

const transporter: Shape = { transporterCode: text(), transporterServiceCode: text() };

/**
 * What a PUT of an order may hold. Lengths are the ones known from the vendor's older interface;
 * members without a known length have none here.
 */
export const orderShape: Shape = {
  goodsOwnerId: required(whole),
  orderNumber: required(text(50)),
  deliveryDate: required(moment),
  referenceNumber: text(50),
  goodsOwnerOrderId: text(),
  salesCode: text(500),
  orderRemark: text(500),
  deliveryInstruction: text(300),
  servicePointCode: text(50),
  freeText1: text(300),
  freeText2: text(300),
  freeText3: text(300),
  orderFreeDateTime1: moment,
  orderType: object(codeAndName()),
  wayOfDelivery: object(codeAndName(100)),
  consignee: required(object(consignee)),
  emailNotification: object(notification),
  smsNotification: object(notification),
  telephoneNotification: object(notification),
  transporter: object({
    ...transporter,
    paymentAdvanced: object({
      consigneeCollects: flag,
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
  warehouseId: whole,
  classes: listOf({ ...codeAndName(), comment: text(), isParcelTypeSuggestion: flag }),
  termsOfDeliveryType: object(codeAndName()),
  customerPrice: decimal,
  advanced: object({
    orderTextLines: listOf({
      rowNumber: required(text(40)),
      comment: text(300),
      numberOfItems: solid(decimal),
    }),
    arrivalDate: moment,
    arrivalDateFrom: moment,
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
  pickingPriority: whole,
  productionCode: text(),
  transporterBulkId: text(),
  invoiceUrl: text(),
  languageCode: text(20),
};

/** What a PATCH of an order's status holds. */
export const orderStatusShape: Shape = { orderStatusNumber: required(whole) };
