import { ApplicationFailure } from '@temporalio/common';

import type { StockRun } from './stock-run.ts';

/** A run that would empty more than these, and more than the configured share, empties none. */
const leastToZero = 50;

/** An empty answer that looks whole, or a mistake at the warehouse, must not empty the shop. */
export function checkMassZeroing({ toZero, compared, begin: { maxShareToZero } }: StockRun): void {
  if (toZero <= leastToZero || toZero <= compared * maxShareToZero) return;
  const share = Math.round((toZero / compared) * 100);
  throw ApplicationFailure.nonRetryable(
    `It would set ${toZero} of ${compared} products (${share} %) to zero, which is more than stock.maxShareToZero (${Math.round(maxShareToZero * 100)} %) allows, so nothing was written. If the warehouse really is that empty, raise the setting for a while and run it again.`,
    'MassZeroing',
  );
}
