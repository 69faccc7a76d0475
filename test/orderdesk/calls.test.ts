import { describe, expect, test } from 'vitest';

import { defaultOrderDeskOptions } from '../../sandbox/orderdesk/options.ts';
import { numberOf } from '../../sandbox/orderdesk/shop-side.ts';
import { completedOrders } from '../chain/rounds.ts';
import { callsTable, vendorCalls, type VendorCalls } from '../chain/vendor-calls.ts';
import { eventually } from '../world/eventually.ts';
import type { World } from '../world/world.ts';
import { openShop } from './open-shop.ts';

/** Takes all orders of the shop through their whole life, with one run of each process. */
async function complete(
  world: World,
  orders: readonly string[],
  withinMs: number,
): Promise<VendorCalls> {
  world.sandbox.forget();
  await world.importOrders();
  await eventually(() => world.shop.orders().every(({ folder }) => folder === 'Prepared'), {
    what: 'that all orders are in the warehouse',
    withinMs,
  });
  for (const [index, id] of orders.entries()) {
    const order = world.shop.order(id);
    if (order !== undefined) world.wms.ship(numberOf(order), { waybills: [`37${1_000 + index}`] });
  }
  await world.trackShipments();
  await eventually(async () => (await completedOrders(world)) === orders.length, {
    what: 'that all orders are completed',
    withinMs,
  });
  return vendorCalls(world).filter(([operation]) => operation.startsWith('orderdesk '));
}

const sum = (calls: VendorCalls): number => calls.reduce((all, [, count]) => all + count, 0);

describe('how often the store is called', () => {
  test('at most 4 times for each of 100 orders, all in all', async () => {
    const { world, orders } = await openShop({ orders: 100, bucket: null, unpaced: true });
    try {
      const calls = await complete(world, orders, 60_000);
      const table = callsTable(calls, orders.length);
      process.stdout.write(`${table}\n`);
      expect(calls).toSatisfy((made) => sum(made) / orders.length <= 4, table);
      // What is read before it is written stands apart; the writes are joined, but for the notes.
      const writes = calls.filter(([operation]) => operation.includes(' POST '));
      expect(writes).toSatisfy((made) => sum(made) / orders.length <= 1.5, table);
    } finally {
      await world.close();
    }
  }, 150_000);

  test('as its bucket allows, hardly ever too often', async () => {
    const { bucket } = defaultOrderDeskOptions;
    const { world, orders } = await openShop({ orders: 24, bucket });
    try {
      const began = Date.now();
      await complete(world, orders, 60_000);
      const seconds = (Date.now() - began) / 1_000;
      const requests = world.sandbox.requests({ vendor: 'orderdesk' });
      const refused = requests.filter(({ status }) => status === 429);
      expect(refused.length).toBeLessThanOrEqual(3);
      const most = (bucket?.capacity ?? 0) + (bucket?.perSecond ?? 0) * seconds;
      expect(requests.length - refused.length).toBeLessThanOrEqual(most + 1);
      expect(world.shop.refusedWrites()).toEqual([]);
    } finally {
      await world.close();
    }
  }, 150_000);
});
