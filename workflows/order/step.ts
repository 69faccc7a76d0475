import type { OrderReference } from '../../src/domain/order.ts';
import type { OrderResult } from '../../src/domain/order-messages.ts';
import type { OrderActivities } from './life/order-activities.ts';
import type { OrderState, StepName } from './state/order-state.ts';
import type { OrderNames } from './words/order-words.ts';

/** What a step works on. */
export interface StepContext {
  readonly order: OrderReference;
  readonly names: OrderNames;
  readonly state: OrderState;
  readonly activities: OrderActivities;
  readonly earlier: OrderResult | undefined;
  readonly nowMs: () => number;
  /** The run plays by the rules of 0.1.0. */
  readonly firstRules: boolean;
}

/** What a step has begun for another one, which then succeeds or fails by itself. */
export interface Further {
  readonly step: StepName;
  readonly work: () => Promise<void>;
}

/** One external step: calls its activity and enters the outcome into the state. */
export type Step = (context: StepContext) => Promise<Further | undefined | void>;

/** How long a step that failed for good waits before its next try, unless something wakes it. */
export const slowRetryMs = 60 * 60_000;

/** The moment as an instant. */
export const nowOf = (context: StepContext): string => new Date(context.nowMs()).toISOString();

/** An operator waits for the outcome. */
export const isUrgent = (state: OrderState): boolean => state.commands.length > 0;

/** Keeps that a write may have been applied although its answer was lost. */
export function remember(state: OrderState, step: StepName): void {
  if (!state.uncertain.includes(step)) state.uncertain.push(step);
}

/** Lets a step wait. */
export function block(context: StepContext, step: StepName, forMs: number): void {
  context.state.blocked[step] = new Date(context.nowMs() + forMs).toISOString();
}

/** Reads the order afresh and sends it again after a while: what was wrong may lie outside of it. */
export function retryLater(context: StepContext, forMs: number): void {
  context.state.wants.fetch = 'refused';
  context.state.wants.put = 'refused';
  block(context, 'refetch', forMs);
}
