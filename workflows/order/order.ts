import { CancellationScope } from '@temporalio/workflow';

import type { OrderInput } from '../../src/domain/order-input.ts';
import type { OrderResult } from '../../src/domain/order-messages.ts';
import { readOrderInput } from '../../src/domain/reading/read-order-input.ts';
import { OrderLife } from './life/order-life.ts';

/**
 * The life of one order: imported, in the warehouse, shipped, reported. It lives as long as the order
 * does and ends only as completed, cancelled, or released by an operator.
 */
export async function order(input: OrderInput): Promise<OrderResult> {
  const life = new OrderLife(readOrderInput(input));
  // The Web UI's biggest button is a cancel like any other; it must not tear the workflow down.
  CancellationScope.current().cancelRequested.catch(() => life.cancelPressed());
  return await CancellationScope.nonCancellable(async () => await life.run());
}
