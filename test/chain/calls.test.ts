import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seedMerchant } from '../../sandbox/demonstration/seeds/merchant.ts';
import { eventually } from '../world/eventually.ts';
import { place, stock } from '../world/goods.ts';
import { World } from '../world/world.ts';
import { completedOrders } from './rounds.ts';
import { allOf, callsTable, vendorCalls } from './vendor-calls.ts';

describe('how often the vendors are called', () => {
  let world: World;
  beforeAll(async () => {
    // Vendors that answer at once are never under load.
    world = await World.open({ latencyMs: 40 });
  });
  afterAll(async () => await world.close());

  test('for one order alone: at most 4 times, besides the polls', async () => {
    const goods = stock(world);
    // The session and the numbers of the articles are there from the order before.
    await completeAlone(place(world, goods));
    world.sandbox.forget();
    await completeAlone(place(world, goods));
    const polls = 2;
    expect(vendorCalls(world)).toSatisfy((calls) => allOf(calls) <= 4 + polls);
  });

  async function completeAlone(id: string): Promise<void> {
    await world.importOrders();
    await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    world.wms.ship(id, { waybills: ['370000000001'] });
    await world.trackShipments();
    await world.result(id);
  }

  // How many join depends on how fast the machine is; `npm run bench:orders` tells the figure. Without
  // joining it would be four calls for each order.
  test('under load: one PUT for each order, and all else is shared', async () => {
    const count = 200;
    const before = await completedOrders(world);
    const { orders } = seedMerchant(world.erp, {
      orders: count,
      products: 30,
      customers: 60,
      seed: 3,
    });
    for (const { Id, No = '' } of world.erp.products()) {
      if (world.wms.article(No) === undefined)
        world.wms.addArticle({ articleNumber: No, productCode: Id });
    }
    // Work that has piled up, as after a night: the first run takes it all.
    world.forgetCursors();
    world.sandbox.forget();
    await world.importOrders();
    await eventually(() => orders.every((id) => world.wms.order(id) !== undefined), {
      what: 'that all orders are in the warehouse',
      withinMs: 60_000,
    });
    for (const id of orders) world.wms.ship(id, { waybills: [`37${id}`] });
    await world.trackShipments();
    await eventually(async () => (await completedOrders(world)) === before + count, {
      what: 'that all orders are completed',
      withinMs: 60_000,
    });
    const calls = vendorCalls(world);
    expect(new Map(calls).get('ongoing PUT /orders')).toBe(count);
    expect(calls).toSatisfy((made) => allOf(made) / count <= 1.5, callsTable(calls, count));
  }, 150_000);
});
