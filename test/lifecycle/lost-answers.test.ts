import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { eventually } from '../world/eventually.ts';
import { place, stock, type Goods } from '../world/goods.ts';
import { World } from '../world/world.ts';

describe('when an answer is lost and the next try fails for another reason', () => {
  let world: World;
  let goods: Goods;
  beforeAll(async () => {
    world = await World.open();
    goods = stock(world);
  });
  afterAll(async () => await world.close());

  test('a cancel looks at the warehouse before it says that nothing was sent', async () => {
    const id = place(world, goods);
    const { faults } = world.sandbox;
    faults.add({ vendor: 'ongoing', operation: 'PUT /orders', kind: 'lost', times: 1 });
    await world.importOrders();
    await eventually(() => world.wms.order(id), { what: 'the put' });
    const rejected = faults.add({ vendor: 'ongoing', kind: '401' });
    await world.until(id, 'it waits', ({ waiting }) => waiting !== undefined);
    expect(world.wms.order(id)?.status).toBe(200);
    expect(await world.ask(id, 'cancel')).toMatchObject({ outcome: 'accepted' });

    faults.remove(rejected);
    await world.apply();
    expect((await world.result(id)).stage).toBe('cancelled');
    expect(world.wms.order(id)?.status).toBe(1000);
  });
});
