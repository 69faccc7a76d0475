import { z } from 'zod';

/**
 * What Crossdock reads of Ongoing's REST answers. Only what nothing works without is required: the
 * vendor gives absent members as null or not at all, and adds members at will. Numbers arrive here
 * as text (`readJsonAsText`).
 */

/** A member that may be null or absent, which says the same. */
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

const text = maybe(z.string());
const flag = maybe(z.boolean());

/** A whole number, also one that the vendor writes with a fraction of nothing: `450.0`. */
const whole = z
  .string()
  .regex(/^-?\d+(\.0+)?$/)
  .transform((number) => number.replace(/\..*/, ''));
const id = whole.pipe(z.string().regex(/^\d+$/));
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const maybeDecimal = maybe(decimal);
const orNothing = decimal.nullish().transform((value) => value ?? '0');

function listOf<Entry extends z.ZodType>(entry: Entry) {
  return z
    .array(entry)
    .nullish()
    .transform((entries) => entries ?? []);
}

const codeAndName = z.looseObject({ code: text, name: text }).nullish();

const notification = z.looseObject({ toBeNotified: flag, value: text }).nullish();

const postalAddress = {
  name: text,
  address1: text,
  address2: text,
  address3: text,
  postCode: text,
  city: text,
  countryCode: text,
  countryStateCode: text,
};

const consignee = z.looseObject({
  ...postalAddress,
  customerNumber: text,
  remark: text,
  doorCode: text,
  invoiceAddress: z.looseObject(postalAddress).nullish(),
});

const orderLine = z.looseObject({
  rowNumber: text,
  article: z.looseObject({ articleNumber: text, productCode: text }).nullish(),
  orderedNumberOfItems: orNothing,
  pickedNumberOfItems: orNothing,
});

/** An order as `GET /orders` gives it. Loose: extra fields are compared by their path. */
export const existingOrderSchema = z.looseObject({
  orderInfo: z.looseObject({
    orderId: id,
    orderNumber: text,
    goodsOwnerOrderId: text,
    referenceNumber: text,
    salesCode: text,
    orderRemark: text,
    wayOfDelivery: codeAndName,
    deliveryDate: text,
    shippedTime: text,
    wayBill: text,
    returnWayBill: text,
    orderStatus: z.looseObject({ number: whole, text }),
    emailNotification: notification,
    smsNotification: notification,
    telephoneNotification: notification,
  }),
  consignee: consignee.nullish(),
  orderLines: listOf(orderLine),
  parcels: listOf(
    z.looseObject({
      parcelNumber: text,
      isReturnParcel: flag,
      tracking: z.looseObject({ waybill: text, trackingUrl: text }).nullish(),
    }),
  ),
  tracking: listOf(z.looseObject({ waybill: text, trackingUrl: text })),
  returnTracking: listOf(z.looseObject({ waybill: text })),
  transporter: z
    .looseObject({ transporterName: text, name: text, code: text, serviceCode: text })
    .nullish(),
});
export type ExistingOrder = z.output<typeof existingOrderSchema>;
export type ExistingLine = ExistingOrder['orderLines'][number];

/** The contract lets an order's information or status be null: it tells nothing, the others do. */
const tellsNothing = z.union([
  z.looseObject({ orderInfo: z.null() }),
  z.looseObject({ orderInfo: z.looseObject({ orderStatus: z.null() }) }),
]);

export const existingOrdersSchema = z.preprocess(
  (list) =>
    Array.isArray(list) ? list.filter((one) => !tellsNothing.safeParse(one).success) : list,
  z.array(existingOrderSchema),
);

/** The answer to a write. A 2xx may come without the id; then nothing is known to have happened. */
export const orderWrittenSchema = z.looseObject({ orderId: id, message: text });

/** The answer to a cancellation, which is read back in any case. */
export const orderCancelledSchema = z.looseObject({ message: text });

/** The answer to a file: a 2xx may come with `success` false. */
export const fileWrittenSchema = z.looseObject({ success: z.boolean(), message: text });

/** Articles as `GET /articles` gives them. Loose: extra fields are compared by their path. */
export const existingArticlesSchema = z.array(
  z.looseObject({
    articleSystemId: id,
    articleNumber: text,
    articleName: text,
    productCode: text,
    description: text,
    barCodeInfo: z.looseObject({ barCode: text }).nullish(),
    weight: maybeDecimal,
    supplierInfo: z.looseObject({ supplierNumber: text, supplierName: text }).nullish(),
    inventoryInfo: z
      .looseObject({ numberOfItems: maybeDecimal, sellableNumberOfItems: maybeDecimal })
      .nullish(),
  }),
);
export type ExistingArticle = z.output<typeof existingArticlesSchema>[number];

export const articleWrittenSchema = z.looseObject({ articleSystemId: id, message: text });

export const statusesSchema = z.looseObject({
  orderStatuses: z.array(z.looseObject({ number: whole, text })),
});
