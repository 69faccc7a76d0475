import { describe, expect, test } from 'vitest';

import { connectionWorkflowId } from '../../src/domain/names.ts';
import type { ConnectionStatus } from '../../src/domain/connection-messages.ts';
import { eventually } from '../world/eventually.ts';
import { place } from '../world/goods.ts';
import { goods, world } from './usual-world.ts';

describe('when calls fail', () => {
  const incidents = async () =>
    (
      await world.access.client.workflow
        .getHandle(connectionWorkflowId(world.connection))
        .query<ConnectionStatus>('status')
    ).incidents;

  test('an answer that was lost after the put was applied makes no second order', async () => {
    const id = place(world, goods);
    world.sandbox.faults.add({
      vendor: 'ongoing',
      operation: 'PUT /orders',
      kind: 'lost',
      times: 1,
    });
    await world.importOrders();
    await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    expect(world.wms.orders().filter(({ number }) => number === id)).toHaveLength(1);
  });

  test('an answer that was lost after the status was saved makes no second save', async () => {
    const id = place(world, goods);
    await world.importOrders();
    await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    world.sandbox.faults.add({
      vendor: '24sevenoffice',
      operation: 'SaveInvoices',
      kind: 'lost',
      times: 1,
    });
    world.wms.ship(id, {});
    await world.trackShipments();
    expect((await world.result(id)).stage).toBe('completed');
    expect(world.erp.statusWrites.filter(({ orderId }) => orderId === id)).toHaveLength(1);
  });

  test('a session that expired is renewed once', async () => {
    world.erp.expireSessions();
    const before = world.sandbox.requests({ vendor: '24sevenoffice', operation: 'Login' }).length;
    const ids = [place(world, goods), place(world, goods)];
    await world.importOrders();
    for (const id of ids)
      await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    const logins = world.sandbox.requests({ vendor: '24sevenoffice', operation: 'Login' }).length;
    expect(logins - before).toBe(1);
  });

  test('a rejected login is one incident, no retry storm, and no order needs attention', async () => {
    const id = place(world, goods);
    await world.importOrders();
    await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    world.wms.ship(id, {});
    world.erp.rejectLogins(true);
    world.erp.expireSessions();
    const before = world.sandbox.requests({ vendor: '24sevenoffice', operation: 'Login' }).length;
    await world.trackShipments();
    const waiting = await world.until(id, 'it waits', (status) => status.waiting !== undefined);
    expect(waiting).toMatchObject({ attention: [], waiting: { system: '24SevenOffice' } });
    const open = await eventually(
      async () => {
        const now = await incidents();
        return now.length > 0 ? now : undefined;
      },
      { what: 'the incident' },
    );
    expect(open).toMatchObject([{ end: 'source', kind: 'login rejected' }]);
    await expect(world.importOrders()).rejects.toThrow();
    const logins = world.sandbox.requests({ vendor: '24sevenoffice', operation: 'Login' }).length;
    expect(logins - before).toBeLessThanOrEqual(2);

    world.erp.rejectLogins(false);
    // A changed configuration asks at once, as `apply` does.
    await world.apply();
    expect((await world.result(id)).stage).toBe('completed');
    expect(await incidents()).toEqual([]);
  });

  test('a warehouse that is down is an incident; its orders wait and go on by themselves', async () => {
    const ids = Array.from({ length: 8 }, () => place(world, goods));
    const down = world.sandbox.faults.add({ vendor: 'ongoing', kind: 'down' });
    await world.importOrders();
    await eventually(async () => (await incidents()).length > 0, {
      what: 'the incident',
      withinMs: 60_000,
    });
    const attention = await Promise.all(ids.map(async (id) => await world.attention(id)));
    expect(attention.flat()).toEqual([]);
    world.sandbox.faults.remove(down);
    for (const id of ids) {
      await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse', 60_000);
    }
    expect(await incidents()).toEqual([]);
  }, 120_000);

  test('a worker that stops in the middle loses and doubles nothing', async () => {
    const ids = Array.from({ length: 20 }, () => place(world, goods));
    await world.importOrders();
    await world.stopWorkers();
    await world.startWorkers();
    for (const id of ids)
      await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    expect(new Set(world.wms.orders().map(({ number }) => number)).size).toBe(
      world.wms.orders().length,
    );
  }, 60_000);
});
