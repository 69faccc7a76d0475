import { isDeepStrictEqual } from 'node:util';

import type { Order } from '../../../../domain/order.ts';
import { orderBody } from './order-body.ts';
import { productCodeOf } from './put-order.ts';

/** Whether two orders make the same body, whatever rules they were mapped by at their source. */
export function sameContent(before: Order, now: Order): boolean {
  const bothToday = before.deliveryDateIsDefault && now.deliveryDateIsDefault;
  const earlier = bothToday ? { ...before, deliveryDate: now.deliveryDate } : before;
  return isDeepStrictEqual(bodyOf(earlier), bodyOf(now));
}

const bodyOf = (order: Order) => orderBody(order, 0, productCodeOf);
