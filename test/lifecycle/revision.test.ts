import { describe, expect, test } from 'vitest';

import { orderSignals } from '../../src/domain/names.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { eventually } from '../world/eventually.ts';
import { place, stock } from '../world/goods.ts';
import { World } from '../world/world.ts';
import { imported, world } from './usual-world.ts';

describe('an order that changes at the source', () => {
  function setQuantity(id: string, row: number, quantity: string): void {
    const rows = world.erp.order(id)?.InvoiceRows ?? [];
    world.erp.editOrder(id, {
      InvoiceRows: rows.map((one, index) => (index === row ? { ...one, Quantity: quantity } : one)),
    });
  }

  test('is sent again until the warehouse has begun', async () => {
    const id = await imported();
    setQuantity(id, 1, '6');
    await world.importOrders();
    await eventually(() => world.wms.order(id)?.putCount === 2, { what: 'the second put' });
    expect(world.wms.order(id)?.lines.map(({ quantity }) => quantity)).toEqual(['1', '6', '3']);
    expect(world.wms.orders()).toHaveLength(1);
  });

  test('needs attention when the change is too late, and is still reported', async () => {
    const id = await imported();
    world.wms.setStatus(id, 300);
    setQuantity(id, 1, '6');
    await world.importOrders();
    const status = await world.until(id, 'attention', ({ attention }) => attention.length > 0);
    expect(status.attention).toMatchObject([
      { kind: 'changed too late', text: expect.stringMatching(/line 2: 2.* → 6/) },
    ]);
    expect(status.attention[0]?.text).toContain('300');
    world.wms.ship(id, {});
    await world.trackShipments();
    expect((await world.result(id)).stage).toBe('completed');
    expect(world.erp.order(id)?.OrderStatus).toBe('OrderState_Sent');
  });

  test('needs attention while a line that was removed stays at the warehouse', async () => {
    const staying = await World.open({ wms: { keepsRemovedLines: true } });
    try {
      const its = stock(staying);
      const id = place(staying, its);
      await staying.importOrders();
      await staying.until(id, 'in the warehouse', ({ stage }) => stage === 'in warehouse');
      const rows = staying.erp.order(id)?.InvoiceRows ?? [];
      staying.erp.editOrder(id, { InvoiceRows: rows.slice(0, 2) });
      await staying.importOrders();
      const status = await staying.until(id, 'attention', ({ attention }) => attention.length > 0);
      expect(status.attention[0]).toMatchObject({
        kind: 'line stayed',
        text: expect.stringContaining(rows[2]?.RowId ?? 'nothing'),
      });
      expect(await staying.ask(id, 'acknowledge')).toMatchObject({ outcome: 'done' });
      expect(await staying.attention(id)).toEqual([]);
    } finally {
      await staying.close();
    }
  });

  test('ignores a reading that is older than the newest one seen', async () => {
    const id = await imported();
    const stale: Snapshot = {
      id,
      number: id,
      changedAt: '2020-01-01T00:00:00Z',
      readAt: '2020-01-01T00:00:00Z',
      status: 'Inactive',
      standing: 'cancelled',
      hash: '',
      faults: [],
    };
    await world.order(id).signal(orderSignals.snapshot, stale);
    // A newer command is answered after the stale snapshot was taken in.
    expect(await world.ask(id, 'acknowledge')).toMatchObject({ outcome: 'done' });
    expect(await world.status(id)).toMatchObject({
      stage: 'in warehouse',
      sourceStatus: 'Confirmed',
    });
    expect(world.wms.order(id)?.status).toBe(200);
  });
});
