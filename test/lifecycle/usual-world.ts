import { afterAll, beforeAll } from 'vitest';

import type { OrderInput } from '../../sandbox/24sevenoffice/clerk.ts';
import { type Goods, place, stock } from '../world/goods.ts';
import { World } from '../world/world.ts';

/** The world of the tests in the file that imports it, open while they run. */
export let world: World;
export let goods: Goods;

beforeAll(async () => {
  world = await World.open();
  goods = stock(world);
});
afterAll(async () => await world.close());

/** A new order, once the warehouse has it; gives its id. */
export async function imported(
  change: Partial<OrderInput> = {},
  at = { world, goods },
): Promise<string> {
  const id = place(at.world, at.goods, change);
  await at.world.importOrders();
  await at.world.until(id, 'it is in the warehouse', ({ stage }) => stage === 'in warehouse');
  return id;
}
