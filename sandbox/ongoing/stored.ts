import { z } from 'zod';

const epochMs = z.number();
const id = z.number().int();

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

const storedOrder = z.object({
  orderId: id,
  goodsOwnerId: id,
  number: z.string(),
  goodsOwnerOrderId: z.string().nullable(),
  /** Made by people at the warehouse, not by a PUT. */
  foreign: z.boolean(),
  /** The body of the newest PUT without its lines, as JSON text. */
  header: z.string(),
  lines: z.array(storedLine),
  consigneeId: id,
  status: id,
  statusChangedAt: epochMs,
  createdAt: epochMs,
  updatedAt: epochMs,
  pickedAt: epochMs.nullable(),
  shippedAt: epochMs.nullable(),
  returnedAt: epochMs.nullable(),
  wayBill: z.string().nullable(),
  returnWayBill: z.string().nullable(),
  tracking: z.array(storedTracking),
  returnTracking: z.array(storedTracking),
  parcels: z.array(storedParcel),
  carrier: z.object({ name: z.string(), code: z.string(), serviceCode: z.string() }).nullable(),
  /** Absent from memories that are older than files. */
  files: z.array(storedFile).default([]),
  /** How many PUTs were accepted, and the newest of them. */
  putCount: id,
  puts: z.array(z.object({ at: epochMs, body: z.string() })),
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
