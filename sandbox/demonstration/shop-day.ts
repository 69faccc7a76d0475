import { wholeBetween } from '../chance.ts';
import type { OrderDeskSandbox } from '../orderdesk/orderdesk.ts';

export interface ShopDayOptions {
  readonly seed: number;
  /** How often somebody buys something, in milliseconds. */
  readonly everyMs?: number;
  /** Nothing more is bought once the shop has so many orders. */
  readonly mostOrders: number;
  readonly changed: () => void;
}

const defaultEveryMs = 12_000;

/** A shop's customers: every now and then one buys what somebody bought before. */
export function createShopDay(shop: OrderDeskSandbox, options: ShopDayOptions) {
  const { seed, everyMs = defaultEveryMs, mostOrders, changed } = options;
  let timer: NodeJS.Timeout | undefined;
  const step = (): void => {
    const orders = shop.orders();
    const like = orders[wholeBetween(0, orders.length - 1, 'bought', seed, orders.length)];
    if (like === undefined || orders.length >= mostOrders) return;
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
    changed();
  };
  return {
    start: (): void => {
      timer = setInterval(step, everyMs);
    },
    stop: (): void => clearInterval(timer),
  };
}
