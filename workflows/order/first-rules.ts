import { sleep, upsertSearchAttributes } from '@temporalio/workflow';

import { readView } from '../../src/domain/reading/read-warehouse-order.ts';
import type { SendResult } from '../../src/domain/warehouse-order.ts';
import { attributePairs, type OrderAttributes } from './life/order-attributes.ts';
import { isUrgent, type StepContext } from './step.ts';

/*
 * What only the runs of 0.1.0 do: their input has no `rules`, and their histories must replay. Such a
 * run continues as new within a week, by its own timer, and from then on plays by today's rules. When
 * no run is older than that, this file goes, with all that imports it and the activity `lookAtOrder`.
 */

/** A timer for the run's age. */
export async function untilRunIsOld(): Promise<void> {
  await sleep('7 days', { summary: 'Start a new run once a week' });
}

/** The look before the first write, without the write. */
export async function onlyLooked(context: StepContext): Promise<SendResult> {
  const { order, names, state, activities } = context;
  const view = readView(
    await activities
      .warehouse(`Ask the warehouse: does it know ${names.number}?`)
      .lookAtOrder({ order, urgent: isUrgent(state) }),
  );
  return { view, mayBePut: false };
}

/** Writes the four attributes that there were, before each step. */
export class FirstAttributes {
  #written: string;

  /** @param attributes what stands there already */
  constructor(attributes: OrderAttributes) {
    this.#written = JSON.stringify(firstOf(attributes));
  }

  write(attributes: OrderAttributes): void {
    const first = firstOf(attributes);
    const now = JSON.stringify(first);
    if (now === this.#written) return;
    this.#written = now;
    upsertSearchAttributes(attributePairs(first));
  }
}

function firstOf({ stage, attention, needsAttention, warehouseOrder }: OrderAttributes) {
  return { stage, attention, needsAttention, warehouseOrder };
}
