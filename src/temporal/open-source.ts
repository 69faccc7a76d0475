import type { Logger } from 'pino';

import type { Registry } from '../../activities/activity-dependencies.ts';
import { SuppliedProducts } from '../../activities/supplied-products.ts';
import {
  orderDeskSettings,
  registrySettings,
  twentyFourSevenOfficeSettings,
} from '../connections/adapter-settings.ts';
import type { Connection } from '../connections/configuration.ts';
import { open24SevenOffice } from '../systems/24sevenoffice/open.ts';
import type { CallObserver } from '../systems/kit/call-context.ts';
import { articlesOfItem, stockOfItem } from '../systems/orderdesk/inventory/bundle-stock.ts';
import { openOrderDeskInventory } from '../systems/orderdesk/inventory/open-inventory.ts';
import { openOrderDesk } from '../systems/orderdesk/open.ts';
import type { CircuitBreaker } from '../systems/kit/pacing/circuit-breaker.ts';
import type { Source } from '../systems/ports/source.ts';
import type { RateLimiters } from './rate-limiters.ts';

/** 24SevenOffice counts 7,200 requests an hour, as far as is known by the address they come from. */
const twentyFourSevenOfficeLimit = {
  system: '24SevenOffice',
  concurrency: 4,
  perInterval: { starts: 20, intervalMs: 1_000 },
  requestTimeoutMs: 70_000,
};

/** Order Desk's bucket holds 20 requests and gets three a second, for each store. */
const orderDeskLimit = {
  system: 'Order Desk',
  concurrency: 2,
  perInterval: { starts: 20, intervalMs: 6_000 },
  requestTimeoutMs: 60_000,
};

interface SourceDependencies {
  readonly limiters: RateLimiters;
  readonly breaker: (system: string) => CircuitBreaker;
  readonly observe: CallObserver;
  readonly log: Logger;
}

/** A connection's source, and what of its registry there is. */
export interface OpenedSource {
  readonly source: Source;
  readonly registry: Omit<Registry, 'warehouse'>;
}

/** Opens whichever system a connection's orders come from; nothing is called yet. */
export function openSource(connection: Connection, dependencies: SourceDependencies): OpenedSource {
  const { limiters, breaker, observe, log } = dependencies;
  const common = { ...registrySettings(connection), supplied: new SuppliedProducts() };
  if (connection.system === 'orderdesk') {
    const settings = orderDeskSettings(connection);
    const deps = {
      limiter: limiters.of(`orderdesk ${settings.url} ${settings.storeId}`, orderDeskLimit),
      breaker: breaker(orderDeskLimit.system),
      observe,
      log,
    };
    return {
      source: openOrderDesk(settings, deps),
      registry: {
        ...common,
        source: openOrderDeskInventory(settings, deps),
        inventory: {
          articlesOf: (code) => articlesOfItem(code, settings.products.codeMatch),
          stockOf: (code, quantityOf) => stockOfItem(code, settings.products.codeMatch, quantityOf),
        },
      },
    };
  }
  const settings = twentyFourSevenOfficeSettings(connection);
  const source = open24SevenOffice(settings, {
    limiter: limiters.of(`24sevenoffice ${new URL(settings.url).host}`, twentyFourSevenOfficeLimit),
    breaker: breaker(twentyFourSevenOfficeLimit.system),
    observe,
    log,
  });
  return {
    source,
    registry: { ...common, source, suppliers: source },
  };
}
