import { z } from 'zod';

import { stock } from '../kit/settings/processes.ts';
import { startOfDay } from '../kit/settings/time.ts';
import { orders } from './settings/orders.ts';
import { articles, suppliers } from './settings/registry.ts';
import { shipments } from './settings/shipments.ts';
import { source } from './settings/source.ts';

/** A connection's sections with 24SevenOffice. */
export const settings = z.object({
  source,
  orders: orders.prefault({}),
  shipments: shipments.prefault({}),
  articles: articles.prefault({}),
  suppliers: suppliers.prefault({}),
  stock: stock(true, 'physical').prefault({}),
});

/** How long a report waits for tracking that is to be written back, where the file doesn't say. */
const trackingMs = 15 * 60_000;

/** The account's keys at the top, those of the processes below; what depends on other keys is settled. */
export function resolved({ source: account, ...sections }: z.output<typeof settings>) {
  const { since } = sections.orders;
  const { waitForTracking, trackingField } = sections.shipments;
  return {
    ...account,
    ...sections,
    orders: {
      ...sections.orders,
      since: since === undefined ? undefined : startOfDay(since, account.timeZone),
    },
    shipments: {
      ...sections.shipments,
      waitForTracking: waitForTracking ?? (trackingField === null ? 0 : trackingMs),
    },
  };
}

/** What one connection says about its 24SevenOffice account; durations are in milliseconds. */
export type TwentyFourSevenOfficeSettings = ReturnType<typeof resolved>;
