import type {
  ArticleKey,
  Consignee,
  Notification,
  Order,
  OrderLine,
  OrderReference,
  PostalAddress,
  Price,
  WayOfDelivery,
} from '../order.ts';
import { flag, list, maybe, type Members, members, type Read, table, text } from './read.ts';

export const reference: Members<OrderReference> = { id: text, number: text };

const address: Members<PostalAddress> = {
  name: maybe(text),
  address1: maybe(text),
  address2: maybe(text),
  address3: maybe(text),
  postCode: maybe(text),
  city: maybe(text),
  countryCode: maybe(text),
  countryStateCode: maybe(text),
};

const consignee: Members<Consignee> = {
  ...address,
  name: text,
  customerNumber: maybe(text),
  remark: maybe(text),
  doorCode: maybe(text),
  invoiceAddress: maybe(members<PostalAddress>(address)),
};

const notification = members<Notification>({ value: maybe(text), toBeNotified: flag });

const productCode = members<{ productCode: string }>({ productCode: text });
const articleNumber = members<{ articleNumber: string }>({ articleNumber: text });
const articleKey: Read<ArticleKey> = (value, at) =>
  typeof value === 'object' && value !== null && 'articleNumber' in value
    ? articleNumber(value, at)
    : productCode(value, at);

const line: Members<OrderLine> = {
  rowNumber: text,
  article: articleKey,
  label: text,
  quantity: text,
  shouldBePicked: maybe(flag),
  serialNumber: maybe(text),
  price: maybe(members<Price>({ amount: text, currency: maybe(text) })),
  extra: maybe(table(text)),
};

export const order: Members<Order> = {
  ...reference,
  deliveryDate: text,
  deliveryDateIsDefault: flag,
  referenceNumber: maybe(text),
  salesCode: maybe(text),
  remark: maybe(text),
  deliveryInstruction: maybe(text),
  servicePointCode: maybe(text),
  orderType: maybe(text),
  packingSlipUrl: maybe(text),
  wayOfDelivery: maybe(
    members<WayOfDelivery>({ code: maybe(text), name: maybe(text), text: maybe(text) }),
  ),
  transporter: maybe(
    members<NonNullable<Order['transporter']>>({ code: text, serviceCode: maybe(text) }),
  ),
  consignee: members<Consignee>(consignee),
  email: notification,
  mobile: notification,
  telephone: notification,
  lines: list(members<OrderLine>(line)),
  extra: maybe(table(text)),
};
