import { describe, expect, test } from 'vitest';

import { eventually } from '../world/eventually.ts';
import { place } from '../world/goods.ts';
import { goods, world } from './usual-world.ts';

describe('when an answer is lost and the next try fails for another reason', () => {
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
