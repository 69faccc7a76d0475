import { numberOf } from '../sandbox/orderdesk/shop-side.ts';
import { seedShop } from '../sandbox/demonstration/seeds/shop.ts';
import { call } from '../test/http/caller.ts';
import { place, stock } from '../test/world/goods.ts';
import type { World } from '../test/world/world.ts';
import type { Customer } from './travels.ts';

/** A merchant with 24SevenOffice, which calls nobody. */
export function merchant(world: World): Customer {
  const goods = stock(world);
  return {
    order: () => {
      const id = place(world, goods);
      return { id, number: id };
    },
    isReported: (id) => world.erp.order(id)?.OrderStatus === 'OrderState_Sent',
  };
}

/** A shop with Order Desk, whose rule posts each new order. */
export function shopkeeper({ shop, wms }: World): Customer {
  const { items } = seedShop(shop, { orders: 0, items: 5, seed: 7 });
  for (const articleNumber of items) wms.addArticle({ articleNumber });
  return {
    order: () => {
      const order = shop.addOrder({
        source_id: `W-${shop.orders().length + 1}`,
        shipping: {
          first_name: 'Kari',
          last_name: 'Nordmann',
          address1: 'Fjellveien 7',
          postal_code: '0880',
          city: 'Oslo',
          country: 'NO',
        },
        order_items: [{ name: 'Cap', code: items[0] ?? '', quantity: '2', price: '10.00' }],
      });
      return { id: order.id, number: numberOf(order) };
    },
    isReported: (id) => shop.shipments(id).length > 0,
    tell: async (url, id) => await call(`${url}/webhooks/orderdesk`, shop.postOrderJson(id)),
  };
}
