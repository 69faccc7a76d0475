import { moveTo } from '../../src/domain/stage.ts';
import type { OrderState } from './state/order-state.ts';
import { tell } from './state/story.ts';

/** Whether the shipment has tracking that the source hasn't been told of. */
export function hasNewTracking(state: OrderState): boolean {
  if (state.reported === undefined) return false;
  const told = new Set(state.reported.tracking);
  return state.warehouse?.shipment.tracking.some(({ number }) => !told.has(number)) ?? false;
}

/** An order that was reported and waited for late parcels is complete once its time has come. */
export function finishFollowUp(state: OrderState, nowMs: number): void {
  const { reported } = state;
  if (reported === undefined || state.stage !== 'shipped') return;
  if (Date.parse(reported.until) > nowMs || hasNewTracking(state)) return;
  const now = new Date(nowMs).toISOString();
  moveTo(state, 'completed');
  state.attention = [];
  state.ended = { at: now, text: `Reported as ${reported.status}; no more parcels came.` };
  tell(state, now, state.ended.text);
}
