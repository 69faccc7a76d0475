import { describe, expect, test } from 'vitest';

import { stock } from '../world/goods.ts';
import { World } from '../world/world.ts';
import { imported, world } from './usual-world.ts';

describe('reporting a shipment', () => {
  const writes = (id: string) => world.erp.statusWrites.filter(({ orderId }) => orderId === id);

  test('happens for one that goes straight to collected', async () => {
    const id = await imported();
    world.wms.ship(id, { status: 500 });
    await world.trackShipments();
    expect((await world.result(id)).stage).toBe('completed');
    expect(writes(id)).toMatchObject([{ to: 'OrderState_Sent' }]);
  });

  test('does not happen for one that is only picked, nor for a waybill on an open order', async () => {
    const [picked, open] = [await imported(), await imported()];
    world.wms.setStatus(picked, 400);
    world.wms.addWaybill(open, '370000000009');
    await world.trackShipments();
    await world.until(picked, 'picked is seen', ({ warehouseStatus }) => warehouseStatus === 400);
    expect((await world.status(picked)).stage).toBe('in warehouse');
    expect((await world.status(open)).stage).toBe('in warehouse');
    expect([...writes(picked), ...writes(open)]).toEqual([]);
  });

  test('does not force an order that was invoiced meanwhile', async () => {
    const id = await imported();
    world.erp.setStatus(id, 'Invoiced');
    await world.importOrders();
    await world.until(id, 'attention', ({ attention }) =>
      attention.some(({ kind }) => kind === 'status changed'),
    );
    expect(world.wms.order(id)?.status).toBe(200);
    world.wms.ship(id, {});
    await world.trackShipments();
    const result = await world.result(id);
    expect(result).toMatchObject({ stage: 'completed', text: expect.stringContaining('Invoiced') });
    expect(writes(id)).toEqual([]);
    expect(world.erp.order(id)?.OrderStatus).toBe('Invoiced');
  });

  test('asks when the goods came back before it was reported', async () => {
    const id = await imported();
    world.wms.setStatus(id, 800);
    await world.trackShipments();
    const status = await world.until(id, 'attention', ({ attention }) => attention.length > 0);
    expect(status.attention[0]?.kind).toBe('returned');
    expect(writes(id)).toEqual([]);
    expect(await world.ask(id, 'report')).toMatchObject({ outcome: 'done' });
    expect(writes(id)).toHaveLength(1);
  });

  test('refuses `report` while nothing has shipped', async () => {
    const id = await imported();
    expect(await world.ask(id, 'report')).toMatchObject({ outcome: 'refused' });
    expect(await world.ask(id, 'cancel')).toMatchObject({ outcome: 'done' });
  });

  test('of many at once takes one batch, and one bad item harms no other', async () => {
    const ids = [await imported(), await imported(), await imported()];
    const [poisoned = '', ...others] = ids;
    world.erp.poisonItem(poisoned);
    for (const id of ids) world.wms.ship(id, {});
    await world.trackShipments();
    for (const id of others) expect((await world.result(id)).stage).toBe('completed');
    // The vendor's database fails for this one: tried for half a minute before a person is asked.
    await world.until(poisoned, 'attention', ({ attention }) => attention.length > 0, 60_000);
    world.erp.poisonItem(poisoned, false);
    await world.order(poisoned).signal('report');
    expect((await world.result(poisoned)).stage).toBe('completed');
  }, 90_000);

  test('of many at once survives an item that makes the whole batch fail', async () => {
    const ids = [await imported(), await imported(), await imported()];
    const [poisoned = '', ...others] = ids;
    world.erp.poison(poisoned);
    for (const id of ids) world.wms.ship(id, {});
    await world.trackShipments();
    for (const id of others) expect((await world.result(id)).stage).toBe('completed');
    world.erp.poison(poisoned, false);
    await world.order(poisoned).signal('report');
    expect((await world.result(poisoned)).stage).toBe('completed');
    for (const id of ids) expect(writes(id)).toHaveLength(1);
  });

  test('can be switched off: it completes unreported, and says so', async () => {
    const silent = await World.open({ shipments: { statusOnShipped: null } });
    try {
      const id = await imported({}, { world: silent, goods: stock(silent) });
      silent.wms.ship(id, {});
      await silent.trackShipments();
      const result = await silent.result(id);
      expect(result).toMatchObject({
        stage: 'completed',
        text: expect.stringContaining('not reported'),
      });
      expect(silent.erp.statusWrites).toEqual([]);
    } finally {
      await silent.close();
    }
  });

  test('can mark the import with a status, which is then ours and no exit', async () => {
    const marking = await World.open({ orders: { statusOnImport: 'Pack' } });
    try {
      const id = await imported({}, { world: marking, goods: stock(marking) });
      await marking.until(id, 'the mark', () => marking.erp.order(id)?.OrderStatus === 'Pack');
      await marking.importOrders();
      expect(await marking.ask(id, 'acknowledge')).toMatchObject({
        text: 'Nothing needed attention.',
      });
      marking.wms.ship(id, {});
      await marking.trackShipments();
      await marking.result(id);
      expect(marking.erp.statusWrites.map(({ to }) => to)).toEqual(['Pack', 'OrderState_Sent']);
    } finally {
      await marking.close();
    }
  });
});
