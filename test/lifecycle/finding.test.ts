import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { defineSearchAttributeKey } from '@temporalio/common';

import { orderSignals } from '../../src/domain/names.ts';
import { actionsOf } from '../replay/actions.ts';
import { eventually } from '../world/eventually.ts';
import { place, stock, type Goods } from '../world/goods.ts';
import { World } from '../world/world.ts';

describe('an order that is under way', () => {
  let world: World;
  let goods: Goods;
  beforeAll(async () => {
    world = await World.open();
    goods = stock(world);
  });
  afterAll(async () => await world.close());

  const attribute = async (id: string, name: 'numbers' | 'tracking') => {
    const { typedSearchAttributes } = await world.order(id).describe();
    return typedSearchAttributes.get(defineSearchAttributeKey(name, 'KEYWORD_LIST')) ?? [];
  };
  const found = async (query: string) => (await world.access.client.workflow.count(query)).count;

  test('is found by the ids of both ends, and by its tracking, even of 300 parcels', async () => {
    const id = place(world, goods);
    await world.importOrders();
    await world.until(id, 'the order is in the warehouse', ({ stage }) => stage === 'in warehouse');
    const { orderId } = world.wms.order(id) ?? {};
    expect(await attribute(id, 'numbers')).toEqual([id, String(orderId)]);

    const waybills = Array.from({ length: 300 }, (_, index) => `37000000000${1_000 + index}`);
    world.wms.ship(id, { waybills });
    await world.trackShipments();
    expect((await world.result(id)).stage).toBe('completed');
    const tracking = await attribute(id, 'tracking');
    expect(tracking.length).toBeGreaterThan(50);
    expect(JSON.stringify(tracking).length).toBeLessThanOrEqual(1_800);
    await eventually(async () => (await found(`tracking = '${waybills[0]}'`)) === 1, {
      what: 'that it is found by a parcel',
    });
    expect(await found(`numbers = '${orderId}' AND stage = 'completed'`)).toBe(1);
  });

  test('starts a new run when it is asked to renew, and has no timer for its age', async () => {
    const id = place(world, goods);
    await world.importOrders();
    await world.until(id, 'the order is in the warehouse', ({ stage }) => stage === 'in warehouse');
    const { runId, historyLength } = await world.order(id).describe();
    const { events } = await world.order(id).fetchHistory();
    expect(actionsOf(events ?? [])).toBe(3);
    expect(historyLength).toBe(12);

    await world.order(id).signal(orderSignals.renew);
    await eventually(async () => (await world.order(id).describe()).runId !== runId, {
      what: 'another run',
    });
    world.wms.ship(id, {});
    await world.trackShipments();
    expect((await world.result(id)).stage).toBe('completed');
    expect(world.wms.order(id)?.putCount).toBe(1);
  });
});
