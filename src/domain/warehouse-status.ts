/**
 * What a warehouse status means for an order. From `open` to `shipped` in the order in which work
 * proceeds; `error` and `unknown` say nothing about progress.
 */
export type WarehousePhase =
  'open' | 'begun' | 'picked' | 'shipped' | 'returned' | 'cancelled' | 'error' | 'unknown';

/** The names of the status numbers that a connection configures (`warehouse.statuses`). */
export const statusNames = [
  'error',
  'open',
  'begun',
  'picked',
  'shipped',
  'collected',
  'returned',
  'cancelled',
] as const;
export type StatusName = (typeof statusNames)[number];

/** A warehouse's status numbers. `other` gives the meaning of numbers that this warehouse added. */
export type WarehouseStatuses = Readonly<Record<StatusName, number>> & {
  readonly other: Readonly<Record<string, StatusName>>;
};

/**
 * The phase of a status number.
 *
 * Shipped means from `reportAt` up to, not including, `returned`: a warehouse may skip its "sent"
 * status and go straight to "collected". A number below `open` that isn't `error` is unknown.
 */
export function phaseOf(
  statusNumber: number,
  statuses: WarehouseStatuses,
  reportAt: number,
): WarehousePhase {
  const named = statuses.other[String(statusNumber)];
  const number = named === undefined ? statusNumber : statuses[named];
  if (number === statuses.error) return 'error';
  if (number >= statuses.cancelled) return 'cancelled';
  if (number >= statuses.returned) return 'returned';
  if (number >= reportAt) return 'shipped';
  if (number >= statuses.picked) return 'picked';
  if (number >= statuses.begun) return 'begun';
  if (number >= statuses.open) return 'open';
  return 'unknown';
}

/** Whether the warehouse may have begun, so that a change or a cancel can be refused. */
export function hasBegun(phase: WarehousePhase): boolean {
  return phase === 'begun' || phase === 'picked' || phase === 'shipped' || phase === 'returned';
}
