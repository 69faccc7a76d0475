import type { Attention } from '../../../src/domain/attention.ts';
import type { Instant } from '../../../src/domain/order.ts';
import type { OrderState } from './order-state.ts';

const longestStory = 40;

/** Adds to the story; the oldest entries go first. */
export function tell(state: OrderState, at: Instant, text: string): void {
  state.story = [...state.story, { at, text }].slice(-longestStory);
}

/** Raises attention, or renews its text; `since` stays what it was. */
export function raise(
  state: OrderState,
  kind: Attention['kind'],
  now: Instant,
  text: string,
  todo: string,
  about?: Attention['about'],
): void {
  const before = state.attention.find((one) => one.kind === kind);
  if (before === undefined || before.text !== text) tell(state, now, text);
  state.attention = [
    ...state.attention.filter((one) => one.kind !== kind),
    { kind, since: before?.since ?? now, text, todo, about },
  ];
}

/** What was wrong is no more. */
export function settle(state: OrderState, ...kinds: Attention['kind'][]): void {
  state.attention = state.attention.filter((one) => !kinds.includes(one.kind));
}
