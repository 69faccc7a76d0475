import { describe, expect, test } from 'vitest';

import { place } from '../world/goods.ts';
import { goods, world } from './usual-world.ts';

describe('an order from the ERP to the warehouse and back', () => {
  test('is put once, reported as Sent once, and completes', async () => {
    const id = place(world, goods);
    const { report } = await world.importOrders();
    expect(report).toMatchObject({ read: 1, done: { started: 1 } });
    await world.until(id, 'the order is in the warehouse', ({ stage }) => stage === 'in warehouse');
    expect(world.wms.order(id)).toMatchObject({ goodsOwnerOrderId: id, putCount: 1, status: 200 });

    world.wms.ship(id, { waybills: ['370000000001'] });
    await world.trackShipments();
    expect(await world.result(id)).toMatchObject({ id, number: id, stage: 'completed' });
    expect(world.erp.order(id)?.OrderStatus).toBe('OrderState_Sent');
    expect(world.erp.statusWrites.filter(({ orderId }) => orderId === id)).toHaveLength(1);
  });

  test('is left alone when our own write comes back in the next window', async () => {
    const id = place(world, goods);
    await world.importOrders();
    await world.until(id, 'the order is in the warehouse', ({ stage }) => stage === 'in warehouse');
    world.wms.ship(id, {});
    await world.trackShipments();
    await world.result(id);
    const { report } = await world.importOrders();
    expect(report.skipped['not followed']).toBeGreaterThan(0);
    expect((await world.order(id).describe()).status.name).toBe('COMPLETED');
  });
});
