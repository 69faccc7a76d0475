import type { ClientDependencies } from '../../kit/pacing/paced-calls.ts';
import type { RegistryWarehouse } from '../../ports/registry-warehouse.ts';
import type { Warehouse } from '../../ports/warehouse.ts';
import { articleNumbers } from './articles/article-numbers.ts';
import type { ArticleFlow } from './articles/article-writer.ts';
import { attachFile } from './orders/attach-file.ts';
import { cancelOrder } from './orders/cancel-order.ts';
import { changedOrders } from './orders/changes.ts';
import { systemName } from './errors.ts';
import { existingArticles } from './articles/existing-articles.ts';
import { existingOrders } from './orders/existing-orders.ts';
import { pickedOrders } from './orders/picked-orders.ts';
import { type OrderFlow, putOrder } from './orders/put-order.ts';
import { readBackWaitsMs } from './orders/read-back.ts';
import { sameContent } from './orders/same-content.ts';
import { statusesSchema } from './schema.ts';
import type { OngoingSettings } from '../settings.ts';
import { stockPage } from './stock/stock.ts';
import { stockLevels } from './stock/stock-levels.ts';
import { putArticles, syncArticles } from './articles/sync-articles.ts';
import { Transport } from './transport.ts';
import { warehouseOrderOf } from './orders/warehouse-order.ts';

/** How long the client waits of its own accord, in milliseconds. */
export interface OngoingWaits {
  /** For company, before look-ups go out as one request. */
  readonly gatherMs?: number;
  /** Between the readings after a write. */
  readonly readBackMs?: readonly number[];
}

const gatherMs = 250;

/** One call at a time for each account and goods owner: the vendor handles them so anyway. */
export interface OngoingDeps extends ClientDependencies {
  readonly waits?: OngoingWaits;
}

/** Opens the way to one goods owner at an Ongoing WMS through its REST API. */
export function openOngoingRest(
  settings: OngoingSettings,
  deps: OngoingDeps,
): Warehouse & RegistryWarehouse {
  const transport = new Transport(settings, deps);
  const windowMs = deps.waits?.gatherMs ?? gatherMs;
  const orders = existingOrders(transport, windowMs);
  const held = existingArticles(transport, windowMs);
  const articles = articleNumbers(held);
  const articleFlow: ArticleFlow = { transport, held, numbers: articles };
  const flow: OrderFlow = {
    transport,
    orders,
    articles,
    readBackWaitsMs: deps.waits?.readBackMs ?? readBackWaitsMs,
  };
  return {
    name: systemName,

    look: async (order, call) => {
      const found = await orders.find(order, call);
      if (found === undefined) return { kind: 'absent' };
      return {
        kind: found.ours ? 'ours' : 'foreign',
        order: warehouseOrderOf(found.held, settings, found.at),
      };
    },

    sameContent,

    put: async (order, context, call) => await putOrder(flow, order, context, call),

    cancel: async (order, call) => await cancelOrder(flow, order, call),

    attach: async (order, file, call) => await attachFile(transport, order, file, call),

    changes: async (position, call) => await changedOrders(transport, position, call),

    putArticles: async (wanted, call) => await putArticles(articleFlow, wanted, call),

    syncArticles: async (wanted, call, settled) =>
      await syncArticles(articleFlow, wanted, call, 'fails the article', settled),

    stock: async (position, reading, call) => await stockPage(transport, position, reading, call),

    stockOf: async (productCodes, quantity, call) => {
      const found = await held.withProductCodes(productCodes, call);
      return stockLevels([...found.values()].flat(), quantity, transport);
    },

    stockOfArticles: async (articleNumbers, quantity, call) => {
      const found = await held.withNumbers(articleNumbers, call);
      return stockLevels([...found.values()].flat(), quantity, transport);
    },

    pickedOrders: async (call) => await pickedOrders(transport, call),

    probe: async (call) => {
      await transport.call(call, {
        operation: 'GET /orders/statuses',
        schema: statusesSchema,
        probe: true,
      });
    },
  };
}
