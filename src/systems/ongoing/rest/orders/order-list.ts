import type { ListById } from '../pages-by-id.ts';
import { type ExistingOrder, existingOrdersSchema } from '../schema.ts';

/** The goods owner's orders, page by page. */
export const orderList: ListById<ExistingOrder> = {
  what: 'orders',
  operation: 'GET /orders',
  idFrom: 'orderIdFrom',
  most: 'maxOrdersToGet',
  pageSizes: [200, 50, 10, 1],
  schema: existingOrdersSchema,
  idOf: ({ orderInfo }) => orderInfo.orderId,
};
