/**
 * What a warehouse status means for an order. From `open` to `shipped` in the order in which work
 * proceeds; `error` and `unknown` say nothing about progress.
 */
export type WarehousePhase =
  'open' | 'begun' | 'picked' | 'shipped' | 'returned' | 'cancelled' | 'error' | 'unknown';

/** Whether the warehouse may have begun, so that a change or a cancel can be refused. */
export function hasBegun(phase: WarehousePhase): boolean {
  return phase === 'begun' || phase === 'picked' || phase === 'shipped' || phase === 'returned';
}
