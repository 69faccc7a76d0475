export { connection } from './connection/connection.ts';
export { importOrders } from './feeds/import-orders.ts';
export { trackShipments } from './feeds/track-shipments.ts';
export { order } from './order/order.ts';
