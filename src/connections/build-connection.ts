import type { z } from 'zod';

import type { StatusName, WarehouseStatuses } from '../systems/ongoing/settings.ts';
import { statusNames } from '../systems/ongoing/settings.ts';
import type {
  OrderDeskConnection,
  TwentyFourSevenOfficeConnection,
  WarehouseAccount,
} from './configuration.ts';
import { startOfDay } from '../systems/kit/settings/time.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { connectionSchemas } from './schema/connection.ts';

type Written<System extends keyof typeof connectionSchemas> = z.output<
  (typeof connectionSchemas)[System]
>;

/** What the file's text alone doesn't say. */
export interface Circumstances {
  readonly id: string;
  /** Whether the file names other status numbers itself. */
  readonly ownOtherStatuses: boolean;
  /** Why this version can't run it. */
  readonly notRunnableBecause?: string;
}

/** How long a report waits for tracking that is to be written back, where the file doesn't say. */
const trackingMs = 15 * 60_000;

/** A 24SevenOffice connection, from what the file says. */
export function buildTwentyFourSevenOffice(
  written: Written<'24sevenoffice'>,
  about: Circumstances,
): TwentyFourSevenOfficeConnection {
  const { source, orders, shipments, articles, suppliers, stock } = written;
  const { since, ...otherOrders } = orders;
  return {
    ...common(written, about),
    system: '24sevenoffice',
    source,
    orders:
      since === undefined
        ? otherOrders
        : { ...otherOrders, since: startOfDay(since, source.timeZone) },
    shipments: {
      ...shipments,
      waitForTracking:
        shipments.waitForTracking ?? (shipments.trackingField === null ? 0 : trackingMs),
    },
    articles,
    suppliers,
    stock,
    fingerprint: fingerprintOf({
      sourceUrl: source.url,
      sourceAccount: source.username,
      identityId: source.identityId,
      warehouseUrl: written.warehouse.url,
      goodsOwnerId: written.warehouse.goodsOwnerId,
    }),
  };
}

/** An Order Desk connection, from what the file says. */
export function buildOrderDesk(
  written: Written<'orderdesk'>,
  about: Circumstances,
): OrderDeskConnection {
  const { source, orders, shipments, stock, catalog } = written;
  return {
    ...common(written, about),
    system: 'orderdesk',
    source,
    orders,
    shipments,
    stock,
    catalog,
    fingerprint: fingerprintOf({
      sourceUrl: source.url,
      sourceAccount: source.storeId,
      warehouseUrl: written.warehouse.url,
      goodsOwnerId: written.warehouse.goodsOwnerId,
    }),
  };
}

function common(written: Written<'24sevenoffice'> | Written<'orderdesk'>, about: Circumstances) {
  const { orders, shipments } = written;
  return {
    id: about.id,
    name: written.name ?? about.id,
    ...(about.notRunnableBecause === undefined
      ? { runnable: true }
      : { runnable: false, notRunnableBecause: about.notRunnableBecause }),
    warehouse: warehouseAccount(written.warehouse, shipments.reportAt, about.ownOtherStatuses),
    ...(written.webhooks === undefined ? {} : { webhooks: written.webhooks }),
    processes: {
      orders: { enabled: orders.enabled, everyMs: orders.every },
      shipments: { enabled: shipments.enabled, everyMs: shipments.every },
      ...registryProcesses(written),
    },
  };
}

/** The processes of a source that keeps a registry of articles. */
function registryProcesses(written: Written<'24sevenoffice'> | Written<'orderdesk'>) {
  if (!('suppliers' in written)) {
    const { catalog, stock } = written;
    return {
      catalog: { enabled: catalog.enabled, everyMs: catalog.every },
      stock: { enabled: stock.enabled, everyMs: stock.every },
    };
  }
  const { articles, suppliers, stock } = written;
  return {
    articles: { enabled: articles.enabled, everyMs: articles.every },
    suppliers: { enabled: suppliers.enabled, everyMs: suppliers.every },
    stock: { enabled: stock.enabled, everyMs: stock.every },
  };
}

function warehouseAccount(
  written: Written<'24sevenoffice'>['warehouse'],
  wanted: StatusName | 'available' | number,
  ownOtherStatuses: boolean,
): WarehouseAccount {
  const { statuses } = written;
  const reportAt =
    typeof wanted === 'number' ? wanted : statuses[wanted === 'available' ? 'picked' : wanted];
  return {
    ...written,
    statuses: ownOtherStatuses ? statuses : withoutClashes(statuses, reportAt),
    reportAt,
  };
}

/** The vendor's local numbers, without those that this warehouse's own settings give a meaning. */
function withoutClashes(statuses: WarehouseStatuses, reportAt: number): WarehouseStatuses {
  const taken = new Set([reportAt, ...statusNames.map((name) => statuses[name])]);
  const other = Object.fromEntries(
    Object.entries(statuses.other).filter(([number]) => !taken.has(Number(number))),
  );
  return { ...statuses, other };
}
