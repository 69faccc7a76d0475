import { describe, expect, test } from 'vitest';

import { orderWorkflowId } from '../../src/domain/names.ts';
import { eventually } from '../world/eventually.ts';
import { place, stock } from '../world/goods.ts';
import { World } from '../world/world.ts';
import { goods, world } from './usual-world.ts';

describe('an order that comes back', () => {
  async function completed(): Promise<string> {
    const id = place(world, goods);
    await world.importOrders();
    await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    world.wms.ship(id, {});
    await world.trackShipments();
    await world.result(id);
    return id;
  }

  /** A minute is the finest step of the vendor's change times. */
  function setBack(id: string): void {
    world.erp.setStatus(id, 'Confirmed');
    world.erp.editOrder(id, { DateChanged: new Date(Date.now() + 120_000).toISOString() });
  }

  async function followed(id: string): Promise<void> {
    await world.importOrders();
    const status = await world.until(id, 'attention', ({ attention }) => attention.length > 0);
    expect(status.attention.map(({ kind }) => kind)).toEqual(['came back']);
    expect(world.wms.order(id)?.putCount).toBe(1);
    expect(world.erp.statusWrites.filter(({ orderId }) => orderId === id)).toHaveLength(1);
  }

  test('after completion is not sent twice; an operator decides', async () => {
    const id = await completed();
    setBack(id);
    await followed(id);
    expect(await world.ask(id, 'report')).toMatchObject({ outcome: 'done' });
    expect((await world.result(id)).stage).toBe('completed');
  });

  test('after Temporal has forgotten it is not sent twice either', async () => {
    const id = await completed();
    const { client, namespace } = world.access;
    const workflowId = orderWorkflowId(world.connection, id);
    await client.workflowService.deleteWorkflowExecution({
      namespace,
      workflowExecution: { workflowId },
    });
    await eventually(
      async () => {
        try {
          await world.order(id).describe();
          return false;
        } catch {
          return true;
        }
      },
      // The server deletes at its leisure.
      { what: 'Temporal forgets it', withinMs: 60_000 },
    );
    setBack(id);
    await followed(id);
    expect(await world.ask(id, 'release')).toMatchObject({ outcome: 'done' });
  }, 90_000);

  test('after a cancellation is opened again at the warehouse', async () => {
    const id = place(world, goods);
    await world.importOrders();
    await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    world.erp.setStatus(id, 'Inactive');
    await world.importOrders();
    expect((await world.result(id)).stage).toBe('cancelled');
    setBack(id);
    await world.importOrders();
    await world.until(id, 'it is sent again', ({ stage }) => stage === 'in warehouse');
    expect(world.wms.order(id)?.status).toBe(200);
  });

  test('under a number that is spent needs attention', async () => {
    const spent = await World.open({ wms: { reopensCancelled: 'stays cancelled' } });
    try {
      const its = stock(spent);
      const id = place(spent, its);
      await spent.importOrders();
      await spent.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
      spent.wms.cancelByWarehouse(id);
      expect(await spent.ask(id, 'cancel')).toMatchObject({ outcome: 'done' });
      await spent.result(id);
      spent.erp.editOrder(id, { DateChanged: new Date(Date.now() + 120_000).toISOString() });
      await spent.importOrders();
      const status = await spent.until(id, 'attention', ({ attention }) => attention.length > 0);
      expect(status.attention[0]?.kind).toBe('number spent');
    } finally {
      await spent.close();
    }
  });
});
