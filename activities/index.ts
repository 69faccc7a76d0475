import type { ActivityDependencies } from './activity-dependencies.ts';
import { importOrders } from './import-orders.ts';
import { orderAtSource } from './order-at-source.ts';
import { orderAtWarehouse } from './order-at-warehouse.ts';
import { probeSource, probeWarehouse } from './probe-connection.ts';
import { trackShipments } from './track-shipments.ts';
import { wakeOrders } from './wake-orders.ts';

/** Everything that runs on a connection's `:source` queue. */
export function sourceActivities(dependencies: ActivityDependencies) {
  return {
    ...importOrders(dependencies),
    ...orderAtSource(dependencies),
    ...probeSource(dependencies),
    ...wakeOrders(dependencies),
  };
}

/** Everything that runs on a connection's `:warehouse` queue. */
export function warehouseActivities(dependencies: ActivityDependencies) {
  return {
    ...trackShipments(dependencies),
    ...orderAtWarehouse(dependencies),
    ...probeWarehouse(dependencies),
  };
}

export type SourceActivities = ReturnType<typeof sourceActivities>;
export type WarehouseActivities = ReturnType<typeof warehouseActivities>;
