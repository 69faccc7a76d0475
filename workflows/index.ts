export { connection } from './connection/connection.ts';
export { importOrders } from './feeds/import-orders.ts';
export { syncArticles } from './feeds/sync-articles.ts';
export { syncStock } from './feeds/sync-stock.ts';
export { syncSuppliers } from './feeds/sync-suppliers.ts';
export { trackShipments } from './feeds/track-shipments.ts';
export { order } from './order/order.ts';
