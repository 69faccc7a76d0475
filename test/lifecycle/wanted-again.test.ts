import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { place, stock } from '../world/goods.ts';
import { eventually } from '../world/eventually.ts';
import { World } from '../world/world.ts';

describe('an order that is wanted again while it is being cancelled', () => {
  let aheadMs = 0;
  let world: World;
  beforeAll(async () => {
    world = await World.open({ erp: { now: () => new Date(Date.now() + aheadMs) } });
  });
  afterAll(async () => await world.close());

  test('lives again and is sent again', async () => {
    const id = place(world, stock(world));
    await world.importOrders();
    await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    const slow = {
      vendor: 'ongoing',
      operation: 'DELETE /orders/{orderId}',
      kind: 'slow',
    } as const;
    world.sandbox.faults.add({ ...slow, ms: 2_000, times: 1 });
    aheadMs += 61_000;
    world.erp.setStatus(id, 'Draft');
    await world.importOrders();
    await eventually(
      async () => {
        const { raw } = await world.order(id).describe();
        return raw.pendingActivities?.some(
          ({ activityType }) => activityType?.name === 'cancelOrder',
        );
      },
      { what: 'the cancellation' },
    );
    aheadMs += 61_000;
    world.erp.setStatus(id, 'Confirmed');
    await world.importOrders();

    await eventually(() => world.wms.order(id)?.putCount === 2, { what: 'the second put' });
    const status = await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    expect(status).toMatchObject({ sourceStatus: 'Confirmed', attention: [] });
    expect(world.wms.order(id)?.status).toBe(200);
    const query = `WorkflowId = 'order:nordlys:${id}' AND stage = 'in warehouse' AND ExecutionStatus = 'Running'`;
    await eventually(async () => (await world.access.client.workflow.count(query)).count === 1, {
      what: 'that it is found by its stage',
    });
  });
});
