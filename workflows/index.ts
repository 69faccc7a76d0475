export { connection } from './connection/connection.ts';
export { order } from './order/order.ts';
export {
  importOrders,
  syncArticles,
  syncCatalog,
  syncSuppliers,
  trackShipments,
} from './syncs/feeds.ts';
export { syncStock } from './syncs/stock/sync-stock.ts';
export { importOne, trackOne } from './syncs/webhook-events.ts';
