import { describe, expect, test } from 'vitest';

import { eventually } from '../world/eventually.ts';
import { place } from '../world/goods.ts';
import { goods, imported, world } from './usual-world.ts';

describe('cancelling an order', () => {
  test('by an operator is done at the warehouse while nothing has begun', async () => {
    const id = await imported();
    expect(await world.ask(id, 'cancel', { by: 'Ola', reason: 'wrong colour' })).toMatchObject({
      outcome: 'done',
    });
    expect((await world.result(id)).stage).toBe('cancelled');
    expect(world.wms.order(id)?.status).toBe(1000);
    expect(world.erp.statusWrites.filter(({ orderId }) => orderId === id)).toEqual([]);
  });

  test('stays cancelled when the same reading of the source arrives again', async () => {
    const id = await imported();
    await world.ask(id, 'cancel');
    await world.result(id);
    world.forgetCursors();
    const { report } = await world.importOrders();
    expect(report.skipped['already ended']).toBeGreaterThan(0);
    expect(world.wms.order(id)?.status).toBe(1000);
  });

  test('by the source is passed on', async () => {
    const id = await imported();
    world.erp.setStatus(id, 'Inactive');
    await world.importOrders();
    expect((await world.result(id)).stage).toBe('cancelled');
    expect(world.wms.order(id)?.status).toBe(1000);
  });

  test('that is refused leaves the order followed, and can be pressed again', async () => {
    const id = await imported();
    world.wms.setStatus(id, 300);
    const refused = await world.ask(id, 'cancel');
    expect(refused).toMatchObject({ outcome: 'refused', text: expect.stringContaining('300') });
    expect(await world.attention(id)).toEqual(['cancel refused']);
    expect(await world.ask(id, 'cancel')).toMatchObject({ outcome: 'refused' });
    world.wms.setStatus(id, 200);
    expect(await world.ask(id, 'cancel')).toMatchObject({ outcome: 'done' });
    expect((await world.result(id)).stage).toBe('cancelled');
  });

  test('that is refused is reported all the same when it ships', async () => {
    const id = await imported();
    world.wms.setStatus(id, 300);
    await world.ask(id, 'cancel');
    world.wms.ship(id, {});
    await world.trackShipments();
    expect((await world.result(id)).stage).toBe('completed');
    expect(world.erp.order(id)?.OrderStatus).toBe('OrderState_Sent');
  });

  test('works with the Web UI’s Request Cancellation, also the second time', async () => {
    const id = await imported();
    world.wms.setStatus(id, 300);
    await world.order(id).cancel();
    await world.until(id, 'the refusal', ({ attention }) =>
      attention.some(({ kind }) => kind === 'cancel refused'),
    );
    world.wms.setStatus(id, 200);
    // The button works once in a run: after a refusal the order goes on in a new run.
    const first = await eventually(
      async () => {
        const { raw, runId } = await world.order(id).describe();
        return raw.workflowExecutionInfo?.firstRunId === runId ? undefined : runId;
      },
      { what: 'the new run' },
    );
    expect(first).toBeTruthy();
    await world.order(id).cancel();
    expect((await world.result(id)).stage).toBe('cancelled');
    expect(world.wms.order(id)?.status).toBe(1000);
  });

  test('that races the import leaves no live order at the warehouse', async () => {
    const ids = Array.from({ length: 10 }, () => place(world, goods));
    const importing = world.importOrders();
    await Promise.all(
      ids.map(async (id) => {
        await eventually(async () => await exists(id), { what: 'the workflow' });
        await world.order(id).signal('cancel', { by: 'a hasty operator' });
      }),
    );
    await importing;
    for (const id of ids) {
      expect((await world.result(id)).stage).toBe('cancelled');
      expect(world.wms.order(id)?.status ?? 1000).toBe(1000);
    }
  });

  async function exists(id: string): Promise<boolean> {
    try {
      await world.order(id).describe();
      return true;
    } catch {
      return false;
    }
  }
});
