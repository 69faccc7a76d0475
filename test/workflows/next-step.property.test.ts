import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isFinal } from '../../src/domain/stage.ts';
import { nextStep } from '../../workflows/order/next-step.ts';
import type { OrderState } from '../../workflows/order/state/order-state.ts';
import { anyState, nowMs } from './states.ts';

const next = (of: OrderState) => nextStep(of, nowMs);

describe('in every state', () => {
  type Check = (of: OrderState, outcome: ReturnType<typeof next>) => boolean;
  /** A state in which it doesn't hold. */
  const exception = (check: Check): unknown =>
    fc.check(
      fc.property(anyState, (of) => check(of, next(of))),
      { numRuns: 2_000 },
    ).counterexample;
  const steps = (outcome: ReturnType<typeof next>) =>
    outcome.kind === 'step' ? outcome.step : undefined;

  test('a final stage ends it, and only that', () => {
    expect(exception((of, outcome) => isFinal(of.stage) === (outcome.kind === 'end'))).toBeNull();
  });

  test('nothing is sent, fetched or marked while it is to be cancelled', () => {
    const allowed = new Set([undefined, 'cancel', 'report']);
    expect(
      exception((of, outcome) => of.wants.cancel === undefined || allowed.has(steps(outcome))),
    ).toBeNull();
  });

  test('nothing is put that is not known to be ours to write, unless it has shipped', () => {
    expect(
      exception(
        (of, outcome) =>
          steps(outcome) !== 'put' ||
          of.wants.look === undefined ||
          of.warehouse?.phase === 'shipped',
      ),
    ).toBeNull();
  });

  test('a step that waits for its time is not done', () => {
    expect(
      exception((of, outcome) => {
        const step = steps(outcome);
        const until = step === undefined ? undefined : of.blocked[step];
        return until === undefined || Date.parse(until) <= nowMs;
      }),
    ).toBeNull();
  });

  test('nothing but a shipment, or an operator, leads to a report', () => {
    expect(
      exception(
        (of, outcome) =>
          steps(outcome) !== 'report' ||
          of.wants.report === 'asked for' ||
          of.warehouse?.phase === 'shipped',
      ),
    ).toBeNull();
  });

  test('a revision that was refused is not tried again by itself', () => {
    expect(
      exception(
        (of, outcome) =>
          steps(outcome) !== 'put' ||
          of.wants.put !== undefined ||
          of.newest?.hash !== of.refusedHash,
      ),
    ).toBeNull();
  });

  test('a rest ends in the future', () => {
    expect(
      exception(
        (_, outcome) =>
          outcome.kind !== 'rest' ||
          outcome.until === undefined ||
          Date.parse(outcome.until) > nowMs,
      ),
    ).toBeNull();
  });

  test('deciding changes nothing', () => {
    expect(
      exception((of) => {
        const before = structuredClone(of);
        next(of);
        expect(of).toEqual(before);
        return true;
      }),
    ).toBeNull();
  });
});
