import { describe, expect, test } from 'vitest';

import { nextStep } from '../../workflows/order/next-step.ts';
import type { OrderState } from '../../workflows/order/state/order-state.ts';
import { at, bare, held, minute, nowMs, snapshot, state } from './states.ts';

const next = (of: OrderState) => nextStep(of, nowMs);
const cancel = { by: 'operator', at: at(0) } as const;
const sent = { hash: 'a', rows: [], at: at(0) };

describe('what is done next', () => {
  test('is to look before the first write of a life', () => {
    expect(next(state({ newest: snapshot() }))).toEqual({ kind: 'step', step: 'look' });
    expect(next(state({ newest: snapshot(), wants: {} }))).toEqual({ kind: 'step', step: 'put' });
  });

  test('is nothing once the warehouse has the newest revision', () => {
    expect(next(state({ newest: snapshot(), wants: {}, sent }))).toEqual({ kind: 'rest' });
  });

  test('is the report before a cancel, the cancel before a revision', () => {
    const wants = { fetch: 'asked for', put: 'asked for', mark: 'sent' } as const;
    const everything = {
      newest: snapshot({ hash: 'b' }),
      sent,
      wants: { ...wants, cancel },
      warehouse: held('shipped'),
    };
    expect(next(state(everything))).toEqual({ kind: 'step', step: 'report' });
    const { warehouse: _shipped, ...open } = everything;
    expect(next(state(open))).toEqual({ kind: 'step', step: 'cancel' });
    expect(next(state({ ...open, wants }))).toEqual({ kind: 'step', step: 'refetch' });
    expect(next(state({ ...open, wants: { ...wants, fetch: undefined } }))).toEqual({
      kind: 'step',
      step: 'put',
    });
  });

  test('waits for a blocked step no longer than for its time, and does the others meanwhile', () => {
    const blocked = { put: at(5 * minute) };
    const waits = state({ wants: {}, newest: snapshot(), blocked });
    expect(next(waits)).toEqual({ kind: 'rest', until: at(5 * minute) });
    expect(next({ ...waits, wants: { mark: 'sent' } })).toEqual({ kind: 'step', step: 'mark' });
    expect(nextStep(waits, nowMs + 5 * minute)).toEqual({ kind: 'step', step: 'put' });
  });

  test('is a report only when the tracking has been waited for', () => {
    const shipped = state({ sent, warehouse: held('shipped'), reportNotBefore: at(minute) });
    expect(next(shipped)).toEqual({ kind: 'rest', until: at(minute) });
    expect(nextStep(shipped, nowMs + minute)).toEqual({ kind: 'step', step: 'report' });
  });

  test('is no report of a shipment that was over before this life, unless it is forced', () => {
    const over = state({
      sent,
      newest: snapshot(),
      warehouse: held('shipped'),
      wants: { report: 'not by itself' },
    });
    expect(next(over)).toEqual({ kind: 'rest' });
    expect(next({ ...over, wants: { report: 'asked for' } })).toEqual({
      kind: 'step',
      step: 'report',
    });
  });

  test('is no put from a status in which nothing is sent', () => {
    for (const standing of ['cancelled', 'elsewhere'] as const) {
      expect(next(state({ wants: {}, newest: snapshot({ standing }) }))).toEqual({
        kind: 'rest',
      });
    }
    expect(next(state({ wants: {}, newest: bare({}) }))).toEqual({ kind: 'rest' });
  });
});
