import { describe, expect, test } from 'vitest';

import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { OrderState } from '../../workflows/order/state/order-state.ts';
import { takeSnapshot } from '../../workflows/order/take/take-snapshot.ts';
import { at, bare, held, minute, names, nowMs, snapshot, state } from './states.ts';

function after(before: OrderState, ...snapshots: Snapshot[]): OrderState {
  for (const one of snapshots) takeSnapshot(before, one, names, nowMs);
  return before;
}
const kinds = (of: OrderState) => of.attention.map(({ kind }) => kind);
const newer = { changedAt: at(0), readAt: at(0) };
const inactive = bare({ ...newer, status: 'Inactive', standing: 'cancelled' });
const invoiced = bare({ ...newer, status: 'Invoiced', standing: 'elsewhere' });

describe('a reading of the source', () => {
  test('that is older than the newest seen says nothing', () => {
    const stale = bare({ changedAt: at(-60 * minute), standing: 'cancelled', status: 'Inactive' });
    const of = after(state(), snapshot(), stale);
    expect(of.wants.cancel).toBeUndefined();
    expect(of.newest?.status).toBe('Confirmed');
  });

  test('of the same change, read earlier, is older', () => {
    const of = after(state(), snapshot({ hash: 'b' }), snapshot({ readAt: at(-2 * minute) }));
    expect(of.newest?.hash).toBe('b');
  });

  test('in a cancelled status cancels, and one that is wanted again takes it back', () => {
    const of = after(state(), snapshot(), inactive);
    expect(of.wants.cancel).toMatchObject({ by: 'source', status: 'Inactive' });
    after(of, snapshot({ changedAt: at(minute), readAt: at(minute) }));
    expect(of.wants.cancel).toBeUndefined();
  });

  test('doesn’t take back what an operator asked for', () => {
    const of = after(
      state({ wants: { cancel: { by: 'operator', at: at(0) } } }),
      snapshot(),
      inactive,
      snapshot({ changedAt: at(minute), readAt: at(minute) }),
    );
    expect(of.wants.cancel).toMatchObject({ by: 'operator' });
  });

  test('in another status needs attention, unless it has shipped', () => {
    expect(kinds(after(state(), snapshot(), invoiced))).toEqual(['status changed']);
    const shipped = state({ stage: 'shipped', warehouse: held('shipped') });
    expect(kinds(after(shipped, snapshot(), invoiced))).toEqual([]);
    const back = snapshot({ changedAt: at(minute), readAt: at(minute) });
    expect(kinds(after(state(), snapshot(), invoiced, back))).toEqual([]);
  });

  test('with faults is read again within 15 minutes, and settled by one without', () => {
    const fault = { field: 'Line 1 quantity', problem: 'It is 0.', todo: 'Correct it.' };
    const of = after(state(), bare({ faults: [fault] }));
    expect(kinds(of)).toEqual(['bad input']);
    expect(of.blocked.refetch).toBe(at(15 * minute));
    after(of, snapshot(newer));
    expect(kinds(of)).toEqual([]);
    expect(of.wants.fetch).toBeUndefined();
  });

  test('frees a step that waits, unless it is what was refused', () => {
    const blocked = { put: at(60 * minute) };
    const same = after(state({ refusedHash: 'a', blocked: { ...blocked } }), snapshot());
    expect(same.blocked).toEqual(blocked);
    const other = after(state({ refusedHash: 'b', blocked: { ...blocked } }), snapshot());
    expect(other.blocked).toEqual({});
  });

  test('that is what the warehouse holds settles a change that came too late', () => {
    const late = { kind: 'changed too late', since: at(0), text: '', todo: '' } as const;
    const sent = { hash: 'a', rows: [], at: at(0) };
    expect(kinds(after(state({ sent, attention: [late] }), snapshot()))).toEqual([]);
    expect(kinds(after(state({ sent, attention: [late] }), snapshot({ hash: 'b' })))).toEqual([
      'changed too late',
    ]);
  });

  test('after the end changes nothing, but is kept where the order is wanted again', () => {
    const ended = () => state({ stage: 'cancelled', newest: inactive });
    const again = snapshot({ changedAt: at(minute), readAt: at(minute) });
    const of = after(ended(), again);
    expect(of).toMatchObject({ stage: 'cancelled', cameBack: again, newest: inactive });
    const gone = bare({ ...inactive, changedAt: at(2 * minute), readAt: at(2 * minute) });
    expect(after(of, gone).cameBack).toBeUndefined();
    expect(after(ended(), snapshot()).cameBack).toBeUndefined();
    const heard = state({ stage: 'completed', newest: snapshot() });
    expect(after(heard, snapshot({ readAt: at(0) })).cameBack).toBeUndefined();
  });
});
