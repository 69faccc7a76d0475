import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';

import { searchAttributes, waitingForConnection } from '../../../src/domain/names.ts';
import type { OrderReference } from '../../../src/domain/order.ts';
import { dueOf, numbersOf } from '../../../src/domain/order-numbers.ts';
import { keyword, searchList } from '../../../src/domain/search-text.ts';
import type { OrderState } from '../state/order-state.ts';

const keys = {
  stage: defineSearchAttributeKey('stage', searchAttributes.stage),
  attention: defineSearchAttributeKey('attention', searchAttributes.attention),
  needsAttention: defineSearchAttributeKey('needsAttention', searchAttributes.needsAttention),
  warehouseOrder: defineSearchAttributeKey('warehouseOrder', searchAttributes.warehouseOrder),
  numbers: defineSearchAttributeKey('numbers', searchAttributes.numbers),
  tracking: defineSearchAttributeKey('tracking', searchAttributes.tracking),
  causes: defineSearchAttributeKey('causes', searchAttributes.causes),
  due: defineSearchAttributeKey('due', searchAttributes.due),
  attentionSince: defineSearchAttributeKey('attentionSince', searchAttributes.attentionSince),
  changedAt: defineSearchAttributeKey('changedAt', searchAttributes.changedAt),
};

/** By what an order is found; null: by nothing of this kind. */
export interface OrderAttributes {
  readonly stage: string;
  readonly attention: string | null;
  readonly needsAttention: boolean;
  readonly warehouseOrder: string | null;
  readonly numbers: string[] | null;
  readonly tracking: string[] | null;
  readonly causes: string[] | null;
  readonly due: Date | null;
  readonly attentionSince: Date | null;
  readonly changedAt: Date | null;
}

/** What the attributes say of a state. */
export function attributesOf(order: OrderReference, state: OrderState): OrderAttributes {
  const { attention, newest, waiting, warehouse, warehouseOrderId } = state;
  const kind = attention.at(-1)?.kind ?? (waiting === undefined ? null : waitingForConnection);
  const since = attention.map((one) => one.since).sort()[0];
  const id = warehouseOrderId ?? '';
  return {
    stage: state.stage,
    attention: kind,
    needsAttention: attention.length > 0,
    warehouseOrder: warehouseOrderId === undefined ? null : keyword(warehouseOrderId),
    numbers: orNull(
      numbersOf(order, newest, { warehouseOrderId: id, number: warehouse?.number ?? '' }),
    ),
    tracking: orNull(searchList(warehouse?.shipment.tracking.map(({ number }) => number) ?? [])),
    causes: orNull(searchList(causesOf(state))),
    due: dueOf(newest?.order) ?? null,
    attentionSince: since === undefined ? null : new Date(since),
    changedAt: newest === undefined ? null : new Date(newest.changedAt),
  };
}

/**
 * Writes what differs from what stands there, in one upsert. That the source changed it is no reason of
 * its own: our own writes change it, too.
 */
export function writeAttributes(attributes: OrderAttributes): void {
  const { typedSearchAttributes: written } = workflowInfo();
  const different = attributePairs(attributes).filter(
    ({ key, value }) => JSON.stringify(written.get(key) ?? null) !== JSON.stringify(value),
  );
  if (different.some(({ key }) => key !== keys.changedAt)) upsertSearchAttributes(different);
}

export function attributePairs(attributes: Partial<OrderAttributes>): SearchAttributeUpdatePair[] {
  return Object.entries(attributes).map(
    ([name, value]) =>
      ({ key: keys[name as keyof OrderAttributes], value }) as SearchAttributeUpdatePair,
  );
}

/** `kind|subject`, so that the orders with one cause are found together. */
function causesOf({ attention, waiting }: OrderState): string[] {
  const causes = attention.flatMap(({ kind, about = [] }) =>
    about.length === 0 ? [`${kind}|`] : about.map((subject) => `${kind}|${subject}`),
  );
  return waiting === undefined ? causes : [...causes, `${waitingForConnection}|${waiting.system}`];
}

const orNull = (list: string[]): string[] | null => (list.length === 0 ? null : list);
