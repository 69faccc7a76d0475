import type { Shipment, Tracking } from '../shipment.ts';
import type {
  CancelOutcome,
  Difference,
  PutOutcome,
  PutResult,
  SendResult,
  WarehouseOrder,
  WarehouseView,
} from '../warehouse-order.ts';
import {
  flag,
  kinds,
  list,
  maybe,
  members,
  number,
  oneOf,
  orNull,
  type Read,
  text,
} from './read.ts';
import { problems } from './read-snapshot.ts';

const carrier = members<NonNullable<Shipment['carrier']>>({
  name: maybe(text),
  code: maybe(text),
  service: maybe(text),
});

export const readWarehouseOrder = members<WarehouseOrder>({
  warehouseOrderId: text,
  number: text,
  goodsOwnerOrderId: orNull(text),
  statusNumber: number,
  statusText: text,
  phase: oneOf('open', 'begun', 'picked', 'shipped', 'returned', 'cancelled', 'error', 'unknown'),
  shipment: members<Shipment>({
    shippedAt: maybe(text),
    carrier: maybe(carrier),
    tracking: list(members<Tracking>({ number: text, url: maybe(text) })),
  }),
  readAt: text,
});

const order = { order: readWarehouseOrder };
const id = { warehouseOrderId: text };

export const readView = kinds<WarehouseView>({ absent: {}, ours: order, foreign: order });

const readPutOutcome = kinds<PutOutcome>({
  accepted: id,
  'unknown articles': { productCodes: list(text) },
  'too late': {
    ...order,
    differences: list(members<Difference>({ field: text, held: maybe(text), wanted: maybe(text) })),
  },
  'lines stayed': { ...id, rows: list(text) },
  'number spent': id,
  foreign: order,
  refused: { faults: problems },
});

const readMark = members<Pick<PutResult, 'markImported'>>({ markImported: maybe(flag) });

export const readPutResult: Read<PutResult> = (value, at) => ({
  ...readPutOutcome(value, at),
  ...readMark(value, at),
});

export const readSendResult = members<SendResult>({
  view: readView,
  mayBePut: flag,
  put: maybe(readPutResult),
});

export const readCancelOutcome = kinds<CancelOutcome>({
  cancelled: { warehouseOrderId: maybe(text) },
  refused: { ...order, words: text },
});
