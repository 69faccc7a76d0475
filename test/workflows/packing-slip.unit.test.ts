import { ActivityFailure, ApplicationFailure, RetryState } from '@temporalio/common';
import { describe, expect, test } from 'vitest';

import type { AttentionKind } from '../../src/domain/attention.ts';
import { type FailureDetails, failureTypes } from '../../src/domain/failure-details.ts';
import { nextStep } from '../../workflows/order/next-step.ts';
import type { OrderActivities } from '../../workflows/order/life/order-activities.ts';
import type { OrderState } from '../../workflows/order/state/order-state.ts';
import { raise } from '../../workflows/order/state/story.ts';
import { noteAttention } from '../../workflows/order/source-notes.ts';
import type { StepContext } from '../../workflows/order/step.ts';
import { takeCommand } from '../../workflows/order/take/take-command.ts';
import { takeFailure, takeWake } from '../../workflows/order/take/take-failure.ts';
import { takeSnapshot } from '../../workflows/order/take/take-snapshot.ts';
import { takeWarehouseOrder } from '../../workflows/order/take/take-warehouse-order.ts';
import { at, held, minute, names, nowMs, order, snapshot, state } from './states.ts';

const url = 'https://slips.example/10482.pdf?key=1';
const slip = { url, warehouseOrderId: '88213' };
const next = (of: OrderState, atMs = nowMs) => nextStep(of, atMs);
const attaches = { kind: 'step', step: 'attach' };

/** An order that the warehouse has as it is now, with a packing slip. */
const withSlip = (change: Partial<OrderState> = {}): OrderState =>
  state({
    stage: 'in warehouse',
    wants: {},
    newest: snapshot({ order: { ...order, packingSlipUrl: url } }),
    sent: { hash: 'a', rows: ['1', '2'], at: at(0) },
    warehouseOrderId: '88213',
    ...change,
  });

const contextOf = (of: OrderState): StepContext => ({
  order: { id: '77', number: '10482' },
  names,
  state: of,
  activities: {} as OrderActivities,
  earlier: undefined,
  firstRules: false,
  nowMs: () => nowMs,
});

function failed(type: string, details: FailureDetails): ActivityFailure {
  const cause = ApplicationFailure.create({ type, message: details.text, details: [details] });
  return new ActivityFailure(
    'activity failed',
    'attachPackingSlip',
    '1',
    RetryState.NON_RETRYABLE_FAILURE,
    undefined,
    cause,
  );
}

const wrongSlip = failed(failureTypes.attention, {
  system: 'the packing slip’s host',
  text: 'x',
  attention: {
    kind: 'packing slip',
    faults: [
      {
        field: 'The packing slip',
        problem: 'The packing slip can’t be fetched from slips.example: HTTP 404.',
        todo: 'Correct it.',
      },
    ],
  },
});

describe('a packing slip is attached', () => {
  test('once the warehouse has the order, before a note and the mark', () => {
    const everything = withSlip({
      wants: { mark: 'sent' },
      notes: { pending: [{ key: 'x', text: 'x', kind: 'in warehouse' }], told: [] },
    });
    expect(next(everything)).toEqual(attaches);
    expect(next({ ...everything, slip })).toEqual({ kind: 'step', step: 'note' });
    const { sent: _notYet, ...importing } = everything;
    expect(next(importing)).toEqual({ kind: 'step', step: 'put' });
  });

  test('once', () => {
    expect(next(withSlip({ slip }))).toEqual({ kind: 'rest' });
  });

  test('again where its address has changed, and after the revision that brings it', () => {
    const moved = withSlip({ slip: { ...slip, url: 'https://slips.example/old.pdf' } });
    expect(next(moved)).toEqual(attaches);
    const pending = { ...moved, newest: { ...snapshot(), ...moved.newest, hash: 'b' } };
    expect(next(pending)).toEqual({ kind: 'step', step: 'put' });
    // The warehouse refused that revision: its packing slip isn't that of the order there.
    expect(next({ ...pending, refusedHash: 'b' })).toEqual({ kind: 'rest' });
  });

  test('again where the warehouse has made another order of it', () => {
    expect(next(withSlip({ slip: { url, warehouseOrderId: '1' } }))).toEqual(attaches);
  });

  test.each(['open', 'begun', 'picked', 'error', 'unknown'] as const)('while %s', (phase) => {
    expect(next(withSlip({ warehouse: held(phase) }))).toEqual(attaches);
  });

  test.each(['shipped', 'returned', 'cancelled'] as const)('no more when %s', (phase) => {
    expect(next(withSlip({ warehouse: held(phase), wants: { report: 'not by itself' } }))).toEqual({
      kind: 'rest',
    });
  });

  test('not while the order is to be cancelled', () => {
    const cancel = { by: 'operator', at: at(0) } as const;
    expect(next(withSlip({ wants: { cancel } }))).toEqual({ kind: 'step', step: 'cancel' });
  });
});

describe('a packing slip that can’t be attached', () => {
  function afterFailure(error = wrongSlip, change: Partial<OrderState> = {}): OrderState {
    const of = withSlip({ notes: { pending: [], told: [] }, ...change });
    takeFailure(contextOf(of), 'attach', error);
    return of;
  }

  test('raises attention that names what and why, and what to do', () => {
    const of = afterFailure();
    expect(of.attention).toEqual([
      {
        kind: 'packing slip',
        since: at(0),
        text: 'Ongoing WMS’s order is without its packing slip. The packing slip can’t be fetched from slips.example: HTTP 404.',
        todo: 'Correct it. It is tried again every hour, when the order changes, or at once with `resend`; the order goes on meanwhile. `acknowledge` lets it go without.',
      },
    ]);
    expect(JSON.stringify([of.attention, of.story])).not.toContain('key=1');
  });

  test('holds nothing else, and is tried again after an hour', () => {
    const of = afterFailure(wrongSlip, { wants: { mark: 'sent' } });
    expect(next(of)).toEqual({ kind: 'step', step: 'mark' });
    delete of.wants.mark;
    expect(next(of)).toEqual({ kind: 'rest', until: at(60 * minute) });
    expect(next(of, nowMs + 60 * minute)).toEqual(attaches);
    expect(of.stage).toBe('in warehouse');
    takeWarehouseOrder(of, held('shipped', { readAt: at(minute) }), names, nowMs);
    expect(next(of)).toEqual({ kind: 'step', step: 'report' });
    expect(of.attention).toEqual([]);
  });

  test('is the same for whatever fails for long', () => {
    const of = afterFailure(
      failed(failureTypes.retry, { system: 'Ongoing WMS', text: 'Ongoing WMS failed (HTTP 500).' }),
    );
    expect(of.attention.map(({ kind }): AttentionKind => kind)).toEqual(['packing slip']);
    expect(of.attention[0]?.text).toContain('Ongoing WMS failed (HTTP 500).');
  });

  test('is told at the source as a warning, so that the order isn’t put aside', () => {
    const of = afterFailure();
    noteAttention(of);
    expect(of.notes?.pending.map(({ kind }) => kind)).toEqual(['warning']);
    raise(of, 'bad input', at(0), 'x', 'y');
    noteAttention(of);
    expect(of.notes?.pending.map(({ kind }) => kind)).toEqual(['warning', 'attention']);
  });

  test('waits with its connection where that is in trouble, but not after it has become moot', () => {
    const incident = failed(failureTypes.incident, {
      system: 'Ongoing WMS',
      text: 'Ongoing WMS rejects the login.',
      incident: { kind: 'login rejected', todo: 'x' },
    });
    const of = afterFailure(incident);
    expect(of.attention).toEqual([]);
    expect(next(of)).toEqual({ kind: 'rest', until: at(15 * minute) });
    const shipped = structuredClone(of);
    takeWake(of);
    expect([next(of), of.waiting?.step]).toEqual([attaches, 'attach']);
    takeWarehouseOrder(shipped, held('shipped'), names, nowMs);
    takeWake(shipped);
    expect(shipped.waiting).toBeUndefined();
  });

  test('is tried at once on resend, also where it was attached before', () => {
    for (const of of [afterFailure(), withSlip({ slip })]) {
      takeCommand(of, { id: 1, message: 'resend' }, names, nowMs);
      expect(next(of)).toEqual({ kind: 'step', step: 'refetch' });
      delete of.wants.fetch;
      delete of.wants.put;
      expect(next(of)).toEqual(attaches);
    }
  });

  test('is let go by acknowledge, until its address changes', () => {
    const of = afterFailure();
    takeCommand(of, { id: 1, message: 'acknowledge' }, names, nowMs);
    expect(of.attention).toEqual([]);
    expect(next(of, nowMs + 60 * minute)).toEqual({ kind: 'rest' });
  });

  test('but acknowledging something else leaves it wanted', () => {
    const of = withSlip();
    raise(of, 'line stayed', at(0), 'x', 'y');
    takeCommand(of, { id: 1, message: 'acknowledge' }, names, nowMs);
    expect(next(of)).toEqual(attaches);
  });

  test.each([
    ['another address', 'https://slips.example/new.pdf', ['packing slip'], attaches],
    ['none any more', undefined, [], { kind: 'rest' }],
  ])('is done with when the order names %s', (_what, packingSlipUrl, kinds, expected) => {
    const of = afterFailure();
    const changed = packingSlipUrl === undefined ? order : { ...order, packingSlipUrl };
    const newest = snapshot({ hash: 'b', order: changed, changedAt: at(0), readAt: at(0) });
    takeSnapshot(of, newest, names, nowMs);
    expect(next(of)).toEqual({ kind: 'step', step: 'put' });
    of.sent = { hash: 'b', rows: [], at: at(0) };
    expect(next(of)).toEqual(expected);
    expect(of.attention.map(({ kind }) => kind)).toEqual(kinds);
  });
});
