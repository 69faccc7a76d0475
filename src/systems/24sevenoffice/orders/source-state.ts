import type { SourceState } from '../../../domain/snapshot.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';

/** What the meaning of a status depends on. */
export interface StatusSettings {
  readonly orders: Pick<
    TwentyFourSevenOfficeSettings['orders'],
    'statuses' | 'cancelStatuses' | 'statusOnImport'
  >;
  readonly shipments: Pick<TwentyFourSevenOfficeSettings['shipments'], 'statusOnShipped'>;
}

/** Where an order in this status stands. A status that has two meanings has the first of these. */
export function sourceStateOf(status: string, { orders, shipments }: StatusSettings): SourceState {
  const isOneOf = (list: readonly (string | null)[]): boolean => list.includes(status);
  if (isOneOf(orders.statuses)) return 'pulled';
  if (isOneOf([orders.statusOnImport, shipments.statusOnShipped])) return 'ours';
  if (isOneOf(orders.cancelStatuses)) return 'cancelled';
  return 'elsewhere';
}
