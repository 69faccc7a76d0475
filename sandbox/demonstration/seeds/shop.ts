import { randomFrom, repeated } from './random.ts';
import type { OrderDeskSandbox } from '../../orderdesk/orderdesk.ts';
import { giftCard, seedItem } from './shop-items.ts';
import { badShopOrderReasons, orderFrom, spoiled } from './shop-orders.ts';

export interface ShopSeed {
  /** Orders in the store's first folder that can be mapped. */
  readonly orders: number;
  /** Inventory items, besides a gift card that is never sent. At least one where there are orders. */
  readonly items: number;
  /** The same number gives the same shop. */
  readonly seed: number;
  /** Orders that can't be mapped, besides the others; default none. */
  readonly badOrders?: number;
  /** The address of a PDF that some orders name as their packing slip; none where missing. */
  readonly packingSlip?: string;
}

/**
 * Fills a store with a made-up web shop. Times are counted from the vendor's clock, so only a fixed
 * clock gives the same ones again. To be used on an empty store. Gives
 * ids of orders and codes of items.
 */
export function seedShop(
  vendor: OrderDeskSandbox,
  { orders, items, seed, badOrders = 0, packingSlip }: ShopSeed,
) {
  const random = randomFrom(seed);
  const goods = repeated(items, (position) => seedItem(vendor, random, position));
  const card = vendor.addInventoryItem({ code: giftCard, name: 'Gift card', price: '50' });
  const assortment = { items: goods, packingSlip, asOf: vendor.now() };
  const made = (serial: number) => orderFrom(random, assortment, serial);
  return {
    orders: repeated(orders, (position) => vendor.addOrder(made(position + 1)).id),
    badOrders: repeated(badOrders, (position) => {
      const reason = badShopOrderReasons[position % badShopOrderReasons.length] ?? 'zero quantity';
      return { id: vendor.addOrder(spoiled(made(orders + position + 1), reason)).id, reason };
    }),
    items: [...goods, card].map(({ code }) => code),
  };
}
