import { z } from 'zod';

import { type StatusName, statusNames, type WarehouseStatuses } from './statuses.ts';
import { warehouse, webhooks } from './settings/warehouse.ts';

/** A connection's sections with Ongoing WMS. */
export const settings = z.object({ warehouse, webhooks: webhooks.optional() });

/**
 * The goods owner's account, with the meaning of every status number settled.
 * @param reportAt from which status an order counts as shipped: a name, or a number
 */
export function resolved({ warehouse: account }: z.output<typeof settings>, reportAt: string) {
  const number = statusNumber(reportAt, account.statuses);
  return {
    ...account,
    statuses: withoutClashes(account.statuses, number),
    reportAt: number,
  };
}

/** What one connection says of its warehouse. */
export type OngoingSettings = ReturnType<typeof resolved>;

function statusNumber(word: string, statuses: Readonly<Record<StatusName, number>>): number {
  const name = statusNames.find((each) => each === word);
  return name === undefined ? Number(word) : statuses[name];
}

/**
 * The vendor's local numbers, without those that this warehouse's own settings give a meaning. Numbers
 * that the file itself gives two meanings are a fault.
 */
function withoutClashes(statuses: WarehouseStatuses, reportAt: number): WarehouseStatuses {
  const taken = new Set([reportAt, ...statusNames.map((name) => statuses[name])]);
  const other = Object.fromEntries(
    Object.entries(statuses.other).filter(([number]) => !taken.has(Number(number))),
  );
  return { ...statuses, other };
}
