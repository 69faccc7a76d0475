import { z } from 'zod';

const epochMs = z.number();
const id = z.number().int();
const listOf = <Of extends z.ZodType>(of: Of) => z.array(of).default(() => []);

const storedLine = z.object({
  lineId: id,
  rowNumber: z.string(),
  articleNumber: z.string(),
  /** Digits as they were sent. */
  quantity: z.string(),
  /** Whether the goods of this line are picked. */
  picked: z.boolean(),
  /** The line as JSON text. */
  body: z.string(),
});

const storedTracking = z.object({ waybill: z.string(), url: z.string(), createdAt: epochMs });

const storedParcel = z.object({
  parcelId: id,
  number: z.string(),
  isReturn: z.boolean(),
  url: z.string(),
});

const storedFile = z.object({
  fileId: id,
  name: z.string(),
  mimeType: z.string(),
  base64: z.string(),
});

/** The defaults are what an order begins with. */
export const storedOrder = z.object({
  orderId: id,
  goodsOwnerId: id,
  number: z.string(),
  goodsOwnerOrderId: z.string().nullable().default(null),
  /** Made by people at the warehouse, not by a PUT. */
  foreign: z.boolean().default(false),
  /** The body of the newest PUT without its lines, as JSON text. */
  header: z.string().default('{}'),
  lines: listOf(storedLine),
  consigneeId: id,
  status: id,
  statusChangedAt: epochMs,
  createdAt: epochMs,
  updatedAt: epochMs,
  pickedAt: epochMs.nullable().default(null),
  shippedAt: epochMs.nullable().default(null),
  returnedAt: epochMs.nullable().default(null),
  wayBill: z.string().nullable().default(null),
  returnWayBill: z.string().nullable().default(null),
  tracking: listOf(storedTracking),
  returnTracking: listOf(storedTracking),
  parcels: listOf(storedParcel),
  carrier: z
    .object({ name: z.string(), code: z.string(), serviceCode: z.string() })
    .nullable()
    .default(null),
  files: listOf(storedFile),
  /** How many PUTs were accepted, and the newest of them. */
  putCount: id.default(0),
  puts: listOf(z.object({ at: epochMs, body: z.string() })),
});

const storedArticle = z.object({
  articleSystemId: id,
  goodsOwnerId: id,
  articleNumber: z.string(),
  productCode: z.string().nullable(),
  barCode: z.string().nullable(),
  /** The body of the newest PUT as JSON text. */
  body: z.string(),
  /** Physically there; a decimal in plain notation. */
  numberOfItems: z.string(),
  dataChangedAt: epochMs,
  stockChangedAt: epochMs,
});

const storedWayOfDelivery = z.object({
  wayOfDeliveryTypeId: id,
  goodsOwnerId: id,
  code: z.string(),
  name: z.string(),
});

/** Everything that the simulated warehouse remembers: JSON. */
export const ongoingState = z.object({
  nextId: id,
  refusals: id,
  orders: z.array(storedOrder),
  articles: z.array(storedArticle),
  waysOfDelivery: z.array(storedWayOfDelivery),
  /** Consignee ids by goods owner and customer number or name. */
  consignees: z.record(z.string(), id),
});

export type OngoingState = z.infer<typeof ongoingState>;
export type StoredOrder = z.infer<typeof storedOrder>;
export type StoredLine = z.infer<typeof storedLine>;
export type StoredArticle = z.infer<typeof storedArticle>;
