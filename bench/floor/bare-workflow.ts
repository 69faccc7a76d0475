import { defineSearchAttributeKey } from '@temporalio/common';
import {
  condition,
  defineSignal,
  proxyActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';

import type { BareActivities } from './floor.ts';

const stage = defineSearchAttributeKey('stage', 'KEYWORD');

/** As much as the engine has to do for an order, and nothing of the product. */
export async function bare(): Promise<void> {
  const { nothing } = proxyActivities<BareActivities>({ startToCloseTimeout: '1 minute' });
  let shipped = false;
  setHandler(defineSignal('shipped'), () => {
    shipped = true;
  });
  await nothing();
  upsertSearchAttributes([{ key: stage, value: 'in warehouse' }]);
  await condition(() => shipped);
  await nothing();
  upsertSearchAttributes([{ key: stage, value: 'completed' }]);
}
