import type { ListById } from '../pages-by-id.ts';
import { type HeldOrder, heldOrdersSchema } from '../schema.ts';

/** The goods owner's orders, page by page. */
export const orderList: ListById<HeldOrder> = {
  what: 'orders',
  operation: 'GET /orders',
  path: '/orders',
  idFrom: 'orderIdFrom',
  most: 'maxOrdersToGet',
  pageSizes: [200, 50, 10, 1],
  schema: heldOrdersSchema,
  idOf: ({ orderInfo }) => orderInfo.orderId,
};
