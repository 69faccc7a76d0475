import type { OrderState } from './state/order-state.ts';
import { settle } from './state/story.ts';

/** A packing slip, and the warehouse's order that it belongs to. */
export interface Slip {
  readonly url: string;
  readonly warehouseOrderId: string;
}

/** Too late for a packing slip, or too early: an order that is opened again gets it then. */
const needsNone: readonly unknown[] = ['shipped', 'returned', 'cancelled'];

/** The packing slip that the warehouse's order should have and hasn't got. */
export function missingSlip(state: OrderState): Slip | undefined {
  const { newest, sent, slip, warehouse, warehouseOrderId } = state;
  const url = newest?.order?.packingSlipUrl;
  if (url === undefined || warehouseOrderId === undefined) return undefined;
  // It goes with the revision that the warehouse holds, not with one that it refused.
  if (sent === undefined || sent.hash !== newest?.hash) return undefined;
  if (needsNone.includes(warehouse?.phase)) return undefined;
  const isSettled = slip?.url === url && slip.warehouseOrderId === warehouseOrderId;
  return isSettled ? undefined : { url, warehouseOrderId };
}

/** The order names another packing slip, or none any more: what was wrong with the former is over. */
export function takeSlip(
  state: OrderState,
  before: string | undefined,
  now: string | undefined,
): void {
  if (before === now) return;
  delete state.blocked.attach;
  if (now === undefined) settle(state, 'packing slip');
}

/** An operator lets the order go without its packing slip. */
export function giveUpSlip(state: OrderState): void {
  const slip = missingSlip(state);
  if (slip === undefined) return;
  state.slip = slip;
  delete state.blocked.attach;
}
