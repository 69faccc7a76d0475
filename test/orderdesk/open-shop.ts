import type { OrderDeskOptions } from '../../sandbox/orderdesk/options.ts';
import { seedShop } from '../../sandbox/demonstration/seeds/shop.ts';
import { giftCard, seededBundles } from '../../sandbox/demonstration/seeds/shop-items.ts';
import { World } from '../world/world.ts';

/** A shop that was filled, and its orders' ids. */
export interface OpenedShop {
  readonly world: World;
  readonly orders: readonly string[];
}

/** A world whose shop has so many orders waiting, and whose warehouse knows their articles. */
export async function openShop({
  orders: count,
  bucket,
  unpaced = false,
}: Pick<OrderDeskOptions, 'bucket'> & {
  readonly orders: number;
  readonly unpaced?: boolean;
}): Promise<OpenedShop> {
  const codeMatch = Object.fromEntries(
    Object.entries(seededBundles).map(([code, articles]) => [code, articles.join(',')]),
  );
  const world = await World.open({
    shop: { bucket },
    unpaced,
    orders: {
      defaultCurrency: 'NOK',
      onError: 'WMS Errors',
      products: { codeMatch, codeSkip: [giftCard] },
    },
    shipments: { waitForTracking: '0s', followUp: '0s' },
  });
  const { orders, items } = seedShop(world.shop, { orders: count, items: 40, seed: 7 });
  for (const articleNumber of items) world.wms.addArticle({ articleNumber });
  return { world, orders };
}
