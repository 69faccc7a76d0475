import { chosenBy } from '../chance.ts';
import type { OrderDeskSandbox } from '../orderdesk/orderdesk.ts';
import { type Shift, shiftOf, type ShiftOptions } from './shift.ts';

/** A shop's customers: every now and then one buys what somebody bought before, until there is enough. */
export function createShopDay(
  shop: OrderDeskSandbox,
  options: ShiftOptions & { readonly mostOrders: number },
): Shift<boolean> {
  const { seed = 1, everyMs = 12_000, mostOrders, changed } = options;
  const work = (): boolean => {
    const orders = shop.orders();
    const like = chosenBy(orders, 'bought', seed, orders.length);
    if (like === undefined || orders.length >= mostOrders) return false;
    const { email, shipping, customer, shipping_method, order_items, checkout_data } = like;
    shop.addOrder({
      source_id: `W${1_000 + orders.length}`,
      email,
      shipping,
      customer,
      shipping_method,
      checkout_data,
      order_items: order_items.map(({ id: _id, ...item }) => item),
    });
    return true;
  };
  return shiftOf(work, everyMs, changed);
}
