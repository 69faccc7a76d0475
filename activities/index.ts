import type { ActivityDependencies } from './activity-dependencies.ts';
import { importOrder } from './import-order.ts';
import { attachPackingSlip } from './attach-packing-slip.ts';
import { importOrders } from './import-orders.ts';
import { orderAtSource } from './order-at-source.ts';
import { orderAtWarehouse } from './order-at-warehouse.ts';
import { probeSource, probeWarehouse } from './probe-connection.ts';
import { trackOrder } from './track-order.ts';
import { trackShipments } from './track-shipments.ts';
import { syncArticles } from './sync-articles.ts';
import { syncSuppliers } from './sync-suppliers.ts';
import { beginStockRun } from './begin-stock-run.ts';
import { compareStock } from './compare-stock.ts';
import { writeStock } from './write-stock.ts';
import { waitingOrders } from './waiting-orders.ts';

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
