import { describe, expect, test } from 'vitest';

import type { Snapshot } from '../../src/domain/snapshot.ts';
import { nextStep } from '../../workflows/order/next-step.ts';
import type { OrderState } from '../../workflows/order/state/order-state.ts';
import { readState } from '../../workflows/order/state/read-state.ts';
import { takeComparison, takeSnapshot } from '../../workflows/order/take/take-snapshot.ts';
import { at, bare, minute, names, nowMs, order, snapshot, state } from './states.ts';

/** As release 0.1.0 hashed, and as this one does. */
const old = 'a';
const now = '2:a';
const sent = (hash = old) => ({ hash, rows: [], at: at(0) });
const begun = (change: Partial<OrderState> = {}): OrderState =>
  state({ newest: snapshot({ hash: old }), sent: sent(), wants: {}, ...change });

let minutes = 0;
function take(of: OrderState, ...readings: Snapshot[]): OrderState {
  for (const one of readings) {
    minutes += 1;
    takeSnapshot(of, { ...one, readAt: at(minutes * minute) }, names, nowMs);
  }
  return of;
}
function compared(of: OrderState, isSame: boolean): OrderState {
  takeComparison(of, isSame, names, at(0));
  return of;
}
const next = (of: OrderState) => {
  const step = nextStep(of, nowMs);
  return step.kind === 'step' ? step.step : step.kind;
};
const elsewhere = bare({ standing: 'elsewhere', status: 'Invoiced' });
const texts = (of: OrderState) => of.story.map(({ text }) => text);

describe('a reading whose hash was made by other rules', () => {
  test('is compared before anything is put', () => {
    const of = take(begun(), snapshot({ hash: now }));
    expect(of.wants.compare).toEqual({ hash: old, order });
    expect(next(of)).toBe('compare');
  });

  test('takes the place of the one before where it means the same, and nothing is told', () => {
    const of = compared(take(begun(), snapshot({ hash: now })), true);
    expect(of.sent?.hash).toBe(now);
    expect(next(of)).toBe('rest');
    expect(texts(of)).toEqual([]);
    expect(of.attention).toEqual([]);
  });

  test('is a change as ever where it doesn’t', () => {
    const of = compared(take(begun(), snapshot({ hash: now })), false);
    expect(of.sent?.hash).toBe(old);
    expect(next(of)).toBe('put');
    expect(texts(of)).toEqual(['Changed in 24SevenOffice.']);
  });

  test('stays refused, and waits for its time, where it was refused before', () => {
    const blocked = { refetch: at(60 * minute) };
    const refused = begun({ sent: sent('b'), refusedHash: old, blocked });
    const of = compared(take(refused, snapshot({ hash: now })), true);
    expect(of).toMatchObject({ refusedHash: now, sent: { hash: 'b' }, blocked });
    expect(next(of)).toBe('rest');
  });

  test('is compared with what was kept, however many come before it is', () => {
    const of = take(begun(), snapshot({ hash: now }), elsewhere, snapshot({ hash: '2:b' }));
    expect(of.wants.compare?.hash).toBe(old);
    expect(next(of)).toBe('compare');
    expect(next(compared(of, false))).toBe('put');
  });

  test('is compared also where one without an order came between', () => {
    const of = take(begun(), elsewhere);
    expect(next(of)).toBe('rest');
    take(of, snapshot({ hash: now }));
    expect(next(of)).toBe('compare');
    expect(next(compared(of, true))).toBe('rest');
  });

  test('is put at once where somebody asks for it', () => {
    const of = take(begun({ wants: { put: 'asked for' } }), snapshot({ hash: now }));
    expect(next(of)).toBe('put');
  });

  test('is cancelled without a comparison', () => {
    const of = take(begun(), snapshot({ hash: now }), bare({ standing: 'cancelled' }));
    expect(next(of)).toBe('cancel');
  });

  test('is told apart also by the next run', () => {
    const of = take(begun(), snapshot({ hash: now }));
    expect(readState(JSON.parse(JSON.stringify(of)))).toEqual(of);
  });
});

test.each([
  [old, old],
  [old, 'b'],
  [now, now],
  [now, '2:b'],
])('by the same rules, hashes decide: %s and %s', (before, after) => {
  const of = begun({ newest: snapshot({ hash: before }), sent: sent(before) });
  take(of, snapshot({ hash: after }));
  expect(of.wants.compare).toBeUndefined();
  expect(next(of)).toBe(before === after ? 'rest' : 'put');
});
