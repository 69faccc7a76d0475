import type { ActivityDependencies } from './activity-dependencies.ts';
import { importOrder } from './orders/import-order.ts';
import { attachPackingSlip } from './orders/attach-packing-slip.ts';
import { importOrders } from './syncs/import-orders.ts';
import { orderAtSource } from './orders/order-at-source.ts';
import { orderAtWarehouse } from './orders/order-at-warehouse.ts';
import { probeSource, probeWarehouse } from './connection/probe-connection.ts';
import { trackOrder } from './orders/track-order.ts';
import { trackShipments } from './syncs/track-shipments.ts';
import { syncArticles } from './syncs/sync-articles.ts';
import { syncSuppliers } from './syncs/sync-suppliers.ts';
import { beginStockRun } from './stock/begin-stock-run.ts';
import { compareStock } from './stock/compare-stock.ts';
import { writeStock } from './stock/write-stock.ts';
import { waitingOrders } from './connection/waiting-orders.ts';

/** Everything that runs on a connection's `:source` queue. */
export function sourceActivities(dependencies: ActivityDependencies) {
  return {
    ...importOrders(dependencies),
    ...importOrder(dependencies),
    ...orderAtSource(dependencies),
    ...probeSource(dependencies),
    ...waitingOrders(dependencies),
    ...writeStock(dependencies),
  };
}

/** Everything that runs on a connection's `:warehouse` queue. */
export function warehouseActivities(dependencies: ActivityDependencies) {
  return {
    ...trackShipments(dependencies),
    ...trackOrder(dependencies),
    ...syncArticles(dependencies),
    ...syncSuppliers(dependencies),
    ...beginStockRun(dependencies),
    ...compareStock(dependencies),
    ...orderAtWarehouse(dependencies),
    ...attachPackingSlip(dependencies),
    ...probeWarehouse(dependencies),
  };
}

export type SourceActivities = ReturnType<typeof sourceActivities>;
export type WarehouseActivities = ReturnType<typeof warehouseActivities>;
