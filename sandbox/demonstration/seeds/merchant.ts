import type { TwentyFourSevenOfficeSandbox } from '../../24sevenoffice/24sevenoffice.ts';
import type { SeededCustomer } from './merchant-companies.ts';
import { seedCustomer, seedSupplier } from './merchant-companies.ts';
import type { Assortment } from './merchant-orders.ts';
import { badOrderReasons, orderFrom, spoiled } from './merchant-orders.ts';
import type { SeededProduct } from './merchant-products.ts';
import { seedProduct } from './merchant-products.ts';
import { randomFrom, repeated } from './random.ts';

export interface SeedOptions {
  /** Orders in the status Confirmed that can be mapped. */
  readonly orders: number;
  readonly products: number;
  readonly customers: number;
  /** The same number gives the same merchant. */
  readonly seed: number;
  /** Orders that can't be mapped, besides the others; default none. */
  readonly badOrders?: number;
}

const methodNames = ['Bring Pakke til hentested', 'Bring Hjemlevering', 'PostNord MyPack'];

/**
 * Fills a sandbox with a made-up Nordic merchant: every variety of order that a warehouse can pack,
 * and where asked for some that it can't. Adds to what is there, and gives the ids of what was made.
 */
export function seedMerchant(
  vendor: TwentyFourSevenOfficeSandbox,
  { orders, products, customers, seed, badOrders = 0 }: SeedOptions,
) {
  const random = randomFrom(seed);
  const suppliers = repeated(Math.min(3, products), () => seedSupplier(vendor, random).Id);
  const buyers: SeededCustomer[] = repeated(customers, () => seedCustomer(vendor, random));
  const goods: SeededProduct[] = repeated(products, (position) =>
    seedProduct(vendor, random, position + 1, suppliers),
  );
  const methods = methodNames.map((Description) => vendor.addDeliveryMethod({ Description }));
  // Times are counted from the vendor's clock, so only a fixed clock gives the same ones again.
  const asOf = new Date(vendor.now?.() ?? Date.now());
  const assortment: Assortment = { customers: buyers, products: goods, methods, asOf };
  return {
    orders: repeated(orders, () => vendor.addOrder(orderFrom(random, assortment)).OrderId),
    badOrders: repeated(badOrders, (position) => {
      const reason = badOrderReasons[position % badOrderReasons.length] ?? 'zero quantity';
      const order = spoiled(vendor, orderFrom(random, assortment), reason);
      return { id: vendor.addOrder(order).OrderId, reason };
    }),
    products: goods.map(({ product }) => product.Id),
    customers: buyers.map(({ company }) => company.Id),
    suppliers,
  };
}
