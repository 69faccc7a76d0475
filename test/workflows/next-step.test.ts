import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isFinal, nextStep } from '../../workflows/order/next-step.ts';
import type { OrderState } from '../../workflows/order/order-state.ts';
import { anyState, at, bare, held, minute, nowMs, snapshot, state } from './states.ts';

const next = (of: OrderState) => nextStep(of, nowMs);
const cancel = { by: 'operator', at: at(0) } as const;
const sent = { hash: 'a', rows: [], at: at(0) };

describe('what is done next', () => {
  test('is to look before the first write of a life', () => {
    expect(next(state({ newest: snapshot() }))).toEqual({ kind: 'step', step: 'look' });
    expect(next(state({ newest: snapshot(), known: true }))).toEqual({ kind: 'step', step: 'put' });
  });

  test('is nothing once the warehouse has the newest revision', () => {
    expect(next(state({ newest: snapshot(), known: true, sent }))).toEqual({ kind: 'rest' });
  });

  test('is the report before a cancel, the cancel before a revision', () => {
    const everything = {
      known: true,
      newest: snapshot({ hash: 'b' }),
      sent,
      refetch: true,
      putAgain: true,
      markPending: true,
      cancel,
      warehouse: held('shipped'),
    };
    expect(next(state(everything))).toEqual({ kind: 'step', step: 'report' });
    const { warehouse: _shipped, ...open } = everything;
    expect(next(state(open))).toEqual({ kind: 'step', step: 'cancel' });
    const { cancel: _no, ...wanted } = open;
    expect(next(state(wanted))).toEqual({ kind: 'step', step: 'refetch' });
    expect(next(state({ ...wanted, refetch: false }))).toEqual({ kind: 'step', step: 'put' });
  });

  test('waits for a blocked step no longer than for its time, and does the others meanwhile', () => {
    const blocked = { put: at(5 * minute) };
    const waits = state({ known: true, newest: snapshot(), blocked });
    expect(next(waits)).toEqual({ kind: 'rest', until: at(5 * minute) });
    expect(next({ ...waits, markPending: true })).toEqual({ kind: 'step', step: 'mark' });
    expect(nextStep(waits, nowMs + 5 * minute)).toEqual({ kind: 'step', step: 'put' });
  });

  test('is a report only when the tracking has been waited for', () => {
    const shipped = state({ sent, warehouse: held('shipped'), reportNotBefore: at(minute) });
    expect(next(shipped)).toEqual({ kind: 'rest', until: at(minute) });
    expect(nextStep(shipped, nowMs + minute)).toEqual({ kind: 'step', step: 'report' });
  });

  test('is no report of a shipment that was over before this life, unless it is forced', () => {
    const over = state({ sent, newest: snapshot(), warehouse: held('shipped'), holdReport: true });
    expect(next(over)).toEqual({ kind: 'rest' });
    expect(next({ ...over, reportForced: true })).toEqual({ kind: 'step', step: 'report' });
  });

  test('is no put from a status in which nothing is sent', () => {
    for (const standing of ['cancelled', 'elsewhere'] as const) {
      expect(next(state({ known: true, newest: snapshot({ standing }) }))).toEqual({
        kind: 'rest',
      });
    }
    expect(next(state({ known: true, newest: bare({}) }))).toEqual({ kind: 'rest' });
  });
});

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
      exception((of, outcome) => of.cancel === undefined || allowed.has(steps(outcome))),
    ).toBeNull();
  });

  test('nothing is put that is not known to be ours to write, unless it has shipped', () => {
    expect(
      exception(
        (of, outcome) => steps(outcome) !== 'put' || of.known || of.warehouse?.phase === 'shipped',
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
          steps(outcome) !== 'report' || of.reportForced || of.warehouse?.phase === 'shipped',
      ),
    ).toBeNull();
  });

  test('a revision that was refused is not tried again by itself', () => {
    expect(
      exception(
        (of, outcome) =>
          steps(outcome) !== 'put' || of.putAgain || of.newest?.hash !== of.refusedHash,
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
