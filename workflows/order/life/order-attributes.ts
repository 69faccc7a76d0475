import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';

import { waitingForConnection } from '../../../src/domain/names.ts';
import type { OrderState } from '../state/order-state.ts';

const stageKey = defineSearchAttributeKey('stage', 'KEYWORD');
const attentionKey = defineSearchAttributeKey('attention', 'KEYWORD');
const needsAttentionKey = defineSearchAttributeKey('needsAttention', 'BOOL');
const warehouseOrderKey = defineSearchAttributeKey('warehouseOrder', 'KEYWORD');

interface Shown {
  readonly stage: string;
  readonly attention: string | null;
  readonly needsAttention: boolean;
  readonly warehouseOrder: string | null;
}

/** Keeps the order findable: one upsert, and only when something differs from what stands there. */
export class OrderAttributes {
  #shown: Shown;

  /** @param shown what stands there already, by the start or the run before */
  constructor(shown: Shown) {
    this.#shown = shown;
  }

  show(state: OrderState): void {
    const now = shownOf(state);
    const pairs: SearchAttributeUpdatePair[] = [];
    if (now.stage !== this.#shown.stage) pairs.push({ key: stageKey, value: now.stage });
    if (now.attention !== this.#shown.attention) {
      pairs.push({ key: attentionKey, value: now.attention });
    }
    if (now.needsAttention !== this.#shown.needsAttention) {
      pairs.push({ key: needsAttentionKey, value: now.needsAttention });
    }
    if (now.warehouseOrder !== this.#shown.warehouseOrder) {
      pairs.push({ key: warehouseOrderKey, value: now.warehouseOrder });
    }
    if (pairs.length === 0) return;
    upsertSearchAttributes(pairs);
    this.#shown = now;
  }
}

/** What the attributes say of a state. */
export function shownOf(state: OrderState): Shown {
  const newest = state.attention.at(-1);
  return {
    stage: state.stage,
    attention: newest?.kind ?? (state.waiting === undefined ? null : waitingForConnection),
    needsAttention: newest !== undefined,
    warehouseOrder: state.warehouseOrderId ?? null,
  };
}
