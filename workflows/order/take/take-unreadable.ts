import type { Unreadable } from '../../../src/domain/reading/read.ts';
import type { OrderState } from '../state/order-state.ts';
import { raise } from '../state/story.ts';

/** Something was sent to the order that it can't read: it goes on by what it knows. */
export function takeUnreadable(state: OrderState, error: Unreadable, nowMs: number): void {
  raise(
    state,
    'fault in crossdock',
    new Date(nowMs).toISOString(),
    `A message to this order was left aside. ${error.message}`,
    '`resend` reads the order afresh. `acknowledge` where the order is as it should be.',
  );
}
