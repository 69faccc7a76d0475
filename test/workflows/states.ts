import fc from 'fast-check';

import type { Order } from '../../src/domain/order.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { stages } from '../../src/domain/stage.ts';
import type { WarehouseOrder } from '../../src/domain/warehouse-order.ts';
import type { WarehousePhase } from '../../src/domain/warehouse-status.ts';
import {
  newOrderState,
  type OrderState,
  type StepName,
  type Wants,
} from '../../workflows/order/state/order-state.ts';
import type { OrderNames } from '../../workflows/order/words/order-words.ts';

/** Noon of a winter's day in UTC. */
export const nowMs = Date.UTC(2026, 0, 15, 12);
export const at = (offsetMs: number): string => new Date(nowMs + offsetMs).toISOString();
export const minute = 60_000;

export const names: OrderNames = {
  number: '10482',
  source: '24SevenOffice',
  warehouse: 'Ongoing WMS',
  timeZone: 'Europe/Oslo',
};

/** An order whose every personal value is a word that is easily found again. */
export const order: Order = {
  id: '77',
  number: '10482',
  deliveryDate: '2026-01-20',
  deliveryDateIsDefault: false,
  remark: 'PERSONAL-remark',
  deliveryInstruction: 'PERSONAL-instruction',
  wayOfDelivery: { code: '1202', text: 'Bring 1202' },
  consignee: { name: 'PERSONAL-name', address1: 'PERSONAL-street', city: 'PERSONAL-city' },
  email: { value: 'PERSONAL-mail', toBeNotified: false },
  mobile: { value: 'PERSONAL-mobile', toBeNotified: false },
  telephone: { value: 'PERSONAL-telephone', toBeNotified: false },
  lines: [
    { rowNumber: '1', article: { productCode: '4711' }, label: 'Cap', quantity: '2' },
    { rowNumber: '2', article: { productCode: '4712' }, label: 'Scarf', quantity: '1' },
  ],
};

export function snapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    id: '77',
    number: '10482',
    changedAt: at(-10 * minute),
    readAt: at(-minute),
    status: 'Confirmed',
    standing: 'pulled',
    hash: 'a',
    order,
    faults: [],
    ...change,
  };
}

/** A snapshot from which nothing can be sent. */
export function bare(change: Partial<Snapshot>): Snapshot {
  const { order: _none, ...rest } = snapshot({ hash: '', ...change });
  return rest;
}

const statusOf: Readonly<Record<WarehousePhase, number>> = {
  error: 150,
  unknown: 100,
  open: 200,
  begun: 300,
  picked: 400,
  shipped: 450,
  returned: 800,
  cancelled: 1000,
};

export function held(phase: WarehousePhase, change: Partial<WarehouseOrder> = {}): WarehouseOrder {
  return {
    warehouseOrderId: '88213',
    number: '10482',
    goodsOwnerOrderId: '77',
    statusNumber: statusOf[phase],
    statusText: '',
    phase,
    shipment: { tracking: [] },
    readAt: at(-minute),
    ...change,
  };
}

export function state(change: Partial<OrderState> = {}): OrderState {
  return { ...newOrderState(), ...change };
}

const stepNames = [
  'look',
  'put',
  'refetch',
  'mark',
  'cancel',
  'report',
] as const satisfies readonly StepName[];
const instant = fc.integer({ min: -60, max: 60 }).map((minutes) => at(minutes * minute));
const hash = fc.constantFrom('a', 'b', 'c');
const phase = fc.constantFrom(...(Object.keys(statusOf) as WarehousePhase[]));
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

/** Any state in which an order may be, legal or not. */
export const anyState: fc.Arbitrary<OrderState> = fc
  .record({
    stage: fc.constantFrom(...stages),
    wants: fc.record<Wants>({
      look: fc.constantFrom(undefined, 'not seen yet', 'number taken'),
      fetch: fc.constantFrom(undefined, 'asked for', 'faulty', 'refused'),
      put: fc.constantFrom(undefined, 'asked for', 'refused'),
      reopen: fc.constantFrom(undefined, 'wanted again'),
      mark: fc.constantFrom(undefined, 'sent'),
      cancel: fc.constantFrom(undefined, { by: 'operator', at: at(0) }),
      report: fc.constantFrom(undefined, 'not by itself', 'asked for'),
    }),
    standing: fc.constantFrom('pulled', 'ours', 'cancelled', 'elsewhere'),
    hasOrder: fc.boolean(),
    newestHash: hash,
    sentHash: maybe(hash),
    refusedHash: maybe(hash),
    phase: maybe(phase),
    reportNotBefore: maybe(instant),
    blocked: fc.dictionary(fc.constantFrom(...stepNames), instant),
  })
  .map((drawn) =>
    state({
      stage: drawn.stage,
      wants: drawn.wants,
      blocked: { ...drawn.blocked },
      newest: drawn.hasOrder
        ? snapshot({ standing: drawn.standing, hash: drawn.newestHash })
        : bare({ standing: drawn.standing }),
      ...(drawn.sentHash === undefined
        ? {}
        : { sent: { hash: drawn.sentHash, rows: [], at: at(0) } }),
      ...(drawn.refusedHash === undefined ? {} : { refusedHash: drawn.refusedHash }),
      ...(drawn.phase === undefined ? {} : { warehouse: held(drawn.phase) }),
      ...(drawn.reportNotBefore === undefined ? {} : { reportNotBefore: drawn.reportNotBefore }),
    }),
  );
