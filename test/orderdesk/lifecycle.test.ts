import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { eventually } from '../world/eventually.ts';
import { World } from '../world/world.ts';

describe('an order from Order Desk to the warehouse and back', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({
      shop: { bucket: null },
      orders: { defaultCurrency: 'NOK', onError: 'WMS Errors' },
      shipments: { followUp: '0s', waitForTracking: '0s' },
    });
    for (const articleNumber of ['SKU1', 'SKU2']) world.wms.addArticle({ articleNumber });
  });
  afterAll(async () => await world.close());

  function place(change: Partial<Parameters<World['shop']['addOrder']>[0]> = {}): string {
    return world.shop.addOrder({
      source_id: `WEB-${world.shop.orders().length + 1}`,
      email: 'kari@example.org',
      shipping: {
        first_name: 'Kari',
        last_name: 'Nordmann',
        address1: 'Fjellveien 7',
        city: 'Oslo',
        postal_code: '0880',
        country: 'Norway',
        phone: '+47 900 00 002',
      },
      order_items: [
        { name: 'Cap', code: 'SKU1', quantity: '2', price: '199.50' },
        { name: 'Scarf', code: 'SKU2', quantity: '1', price: '89' },
      ],
      ...change,
    }).id;
  }

  const number = (id: string): string => world.shop.order(id)?.source_id ?? '';

  async function imported(): Promise<string> {
    const id = place();
    await world.importOrders();
    await world.until(id, 'the order is in the warehouse', ({ stage }) => stage === 'in warehouse');
    return id;
  }

  test('is put once, noted once, moved once and last, shipped once per parcel', async () => {
    const id = await imported();
    await eventually(() => world.shop.order(id)?.folder === 'Prepared', { what: 'the move' });
    expect(world.wms.order(number(id))).toMatchObject({ goodsOwnerOrderId: id, putCount: 1 });
    expect(world.shop.notes(id)).toHaveLength(1);
    expect(world.shop.notes(id)[0]?.note).toContain('Ongoing WMS order');

    world.wms.ship(number(id), { waybills: ['370000000001', '370000000002'] });
    await world.trackShipments();
    expect((await world.result(id)).stage).toBe('completed');
    expect(world.shop.shipments(id).map(({ tracking_number }) => tracking_number)).toEqual([
      '370000000001',
      '370000000002',
    ]);
    expect(world.shop.moves(id).map(({ to }) => to)).toEqual(['Prepared', 'Closed']);
    expect(world.shop.refusedWrites()).toEqual([]);
  });

  test('is left alone when our own note and moves come back', async () => {
    const id = await imported();
    await eventually(() => world.shop.order(id)?.folder === 'Prepared', { what: 'the move' });
    await world.importOrders();
    expect(await world.ask(id, 'acknowledge')).toMatchObject({ text: 'Nothing needed attention.' });
    expect(world.wms.order(number(id))?.putCount).toBe(1);
    expect(world.shop.notes(id)).toHaveLength(1);
  });

  test('goes to the error folder with a note, and is tried again when it is moved back', async () => {
    const id = place({ order_items: [{ name: 'Secret', code: '', quantity: '1' }] });
    await world.importOrders();
    await eventually(() => world.shop.order(id)?.folder === 'WMS Errors', { what: 'the move' });
    expect(world.shop.notes(id)).toHaveLength(1);
    expect(world.wms.order(number(id))).toBeUndefined();
    world.shop.editOrder(id, { order_items: [{ name: 'Cap', code: 'SKU1', quantity: '1' }] });
    world.shop.moveOrder(id, 'New');
    await world.importOrders();
    await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    await eventually(() => world.shop.order(id)?.folder === 'Prepared', { what: 'the move' });
  });

  test('is cancelled at the warehouse when it enters a cancel folder', async () => {
    const id = await imported();
    await eventually(() => world.shop.order(id)?.folder === 'Prepared', { what: 'the move' });
    world.shop.moveOrder(id, 'Canceled');
    await world.importOrders();
    expect((await world.result(id)).stage).toBe('cancelled');
    expect(world.wms.order(number(id))?.status).toBe(1000);
    expect(world.shop.order(id)?.folder).toBe('Canceled');
  });

  test('is changed at the warehouse until it has begun', async () => {
    const id = await imported();
    await eventually(() => world.shop.order(id)?.folder === 'Prepared', { what: 'the move' });
    world.shop.editOrder(id, {
      order_items: [{ name: 'Cap', code: 'SKU1', quantity: '5', price: '199.50' }],
    });
    await world.importOrders();
    await eventually(() => (world.wms.order(number(id))?.putCount ?? 0) > 1, { what: 'the put' });
    expect(world.wms.order(number(id))?.lines.map(({ quantity }) => quantity)).toEqual(['5']);
  });
});

describe('late parcels', () => {
  test('are told as they come, until the time is over', async () => {
    const world = await World.open({
      shop: { bucket: null },
      shipments: { followUp: '8s', waitForTracking: '0s' },
    });
    try {
      world.wms.addArticle({ articleNumber: 'SKU1' });
      const { id, source_id: number } = world.shop.addOrder({
        source_id: 'WEB-1',
        shipping: { company: 'Havna AS', address1: 'Kaia 1', city: 'Bergen', country: 'NO' },
        order_items: [{ name: 'Cap', code: 'SKU1', quantity: '2' }],
      });
      await world.importOrders();
      await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
      world.wms.ship(number, { waybills: ['1'] });
      await world.trackShipments();
      await eventually(() => world.shop.shipments(id).length === 1, { what: 'the first parcel' });
      world.wms.addWaybill(number, '2');
      world.wms.setStatus(number, 500);
      await world.trackShipments();
      await eventually(() => world.shop.shipments(id).length === 2, { what: 'the late parcel' });
      expect((await world.result(id)).stage).toBe('completed');
    } finally {
      await world.close();
    }
  });
});
