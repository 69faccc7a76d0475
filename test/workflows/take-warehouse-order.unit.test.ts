import { describe, expect, test } from 'vitest';

import type { WarehouseOrder } from '../../src/domain/warehouse-order.ts';
import type { OrderState } from '../../workflows/order/state/order-state.ts';
import { takeWarehouseOrder } from '../../workflows/order/take/take-warehouse-order.ts';
import { at, held, minute, names, nowMs, state } from './states.ts';

function after(before: OrderState, ...orders: WarehouseOrder[]): OrderState {
  orders.forEach((one, index) => {
    takeWarehouseOrder(before, { ...one, readAt: at(index * minute) }, names, nowMs);
  });
  return before;
}
const kinds = (of: OrderState) => of.attention.map(({ kind }) => kind);
const inWarehouse = () => state({ stage: 'in warehouse', wants: {} });

describe('what the warehouse says of an order', () => {
  test('is shipped between its shipped and its returned status, whatever was skipped', () => {
    expect(after(inWarehouse(), held('shipped')).stage).toBe('shipped');
    expect(after(inWarehouse(), held('picked')).stage).toBe('in warehouse');
    expect(after(state(), held('shipped')).stage).toBe('shipped');
  });

  test('goes back when the warehouse goes back, and remembers that it had begun', () => {
    const of = after(inWarehouse(), held('begun'), held('shipped'), held('open'));
    expect(of.stage).toBe('in warehouse');
    expect(of.begun?.status).toBe(300);
    expect(of.story.at(-1)?.text).toContain('Went back at the warehouse, from 450');
  });

  test('lets a revision that came too late be tried once it is open again', () => {
    const of = after(state({ refusedHash: 'b' }), held('begun'));
    expect(of.refusedHash).toBe('b');
    expect(after(of, held('begun'), held('open')).refusedHash).toBeUndefined();
  });

  test('counts by when it was read', () => {
    const of = after(inWarehouse(), held('begun'), held('shipped'));
    takeWarehouseOrder(of, held('open', { readAt: at(0) }), names, nowMs);
    expect(of.warehouse?.phase).toBe('shipped');
  });

  test.each([
    ['returned', 'returned'],
    ['cancelled', 'cancelled at warehouse'],
    ['error', 'warehouse error'],
  ] as const)('%s needs attention', (phase, kind) => {
    expect(kinds(after(inWarehouse(), held('open'), held(phase)))).toEqual([kind]);
  });

  test('cancelled needs nobody where we asked for it', () => {
    const of = state({ wants: { cancel: { by: 'operator', at: at(0) } } });
    expect(kinds(after(of, held('cancelled')))).toEqual([]);
  });

  test('settles what is no longer so', () => {
    expect(kinds(after(inWarehouse(), held('error'), held('open')))).toEqual([]);
    expect(kinds(after(inWarehouse(), held('cancelled'), held('open')))).toEqual([]);
  });

  test('changes nothing after the end', () => {
    const of = after(state({ stage: 'completed' }), held('returned'));
    expect(of).toMatchObject({ stage: 'completed', attention: [] });
  });
});
