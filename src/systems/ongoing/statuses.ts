import type { WarehousePhase } from '../../domain/warehouse-status.ts';

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
 * Ongoing's own status numbers. A warehouse may rename, remove and add statuses, ids included, so
 * each number is a setting; 425 (partly sent) and 475 (return) were seen at Norwegian warehouses.
 */
export const defaultStatuses: WarehouseStatuses = {
  error: 150,
  open: 200,
  begun: 300,
  picked: 400,
  shipped: 450,
  collected: 500,
  returned: 800,
  cancelled: 1000,
  other: { 425: 'begun', 475: 'returned' },
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
