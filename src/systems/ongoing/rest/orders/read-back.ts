import { setTimeout as sleep } from 'node:timers/promises';

import type { CallContext } from '../../../kit/call-context.ts';
import type { ExistingOrders, ReadOrder } from './existing-orders.ts';

/**
 * How long to wait between readings, in milliseconds. What was just written may take some seconds
 * until it is seen in a reading.
 */
export const readBackWaitsMs: readonly number[] = [500, 1_000, 1_500, 2_000];

/** A reading and a wait for its turn take this long at most, as a rule. */
const readingMs = 3_000;

/**
 * Reads an order after a write until the reading shows what was wanted, or the waits are used up.
 * Gives the last reading; undefined where the warehouse has no such order.
 */
export async function readBack(
  orders: ExistingOrders,
  warehouseOrderId: string,
  shows: (read: ReadOrder | undefined) => boolean,
  waitsMs: readonly number[],
  call: CallContext,
): Promise<ReadOrder | undefined> {
  let read = await orders.read(warehouseOrderId, call);
  for (const wait of waitsMs) {
    if (shows(read) || Date.now() + wait + readingMs > call.deadline) return read;
    await sleep(wait, undefined, { signal: call.signal });
    read = await orders.read(warehouseOrderId, call);
  }
  return read;
}
