import { afterEach, describe, expect, test } from 'vitest';

import { goodsOwnerId, order, type Stage, stageWarehouse } from '../warehouse-caller.ts';

let stage: Stage;
afterEach(() => stage.sandbox.close());

const find = async (query: Record<string, string | number | readonly string[]>) => {
  const answer = await stage.call('GET', '/orders', { query: { goodsOwnerId, ...query } });
  expect(answer.status).toBe(200);
  return answer.json.map((one: any) => one.orderInfo.orderNumber);
};

describe('a PUT', () => {
  test('creates, then updates the same order: no second one', async () => {
    stage = await stageWarehouse();
    const created = await stage.put();
    expect(created.status).toBe(201);
    expect(created.json.message).toContain('<br/>');
    const updated = await stage.put({ orderRemark: 'Back door' });
    expect(updated.status).toBe(200);
    expect(updated.json.orderId).toBe(created.json.orderId);
    expect(stage.ongoing.orders()).toHaveLength(1);
    expect(stage.ongoing.puts('10482').map((put) => (put.body as any).orderRemark)).toEqual([
      undefined,
      'Back door',
    ]);
  });

  test('keeps the digits of quantities', async () => {
    stage = await stageWarehouse();
    const digits = '12345678901234567890.12345';
    const body = JSON.stringify(order()).replace('0.5', digits);
    expect((await stage.call('PUT', '/orders', { body })).status).toBe(201);
    expect(stage.ongoing.order('10482')?.lines[1]?.quantity).toBe(digits);
    const read = await stage.call('GET', '/orders', { query: { goodsOwnerId } });
    expect(read.text).toContain(`"orderedNumberOfItems":${digits}`);
    expect(read.text).toContain('"orderedNumberOfItems":2.0');
  });

  test('by id may rename, but not onto another order', async () => {
    stage = await stageWarehouse();
    const { json } = await stage.put();
    await stage.put({ orderNumber: '10483' });
    const rename = (orderNumber: string) =>
      stage.call('PUT', `/orders/${json.orderId}`, { body: order({ orderNumber }) });
    expect((await rename('10483')).status).toBe(400);
    expect((await rename('10482-B')).status).toBe(200);
    expect(stage.ongoing.order('10482')).toBeUndefined();
    expect(stage.ongoing.order('10482-B')?.orderId).toBe(json.orderId);
    expect((await stage.call('PUT', '/orders/1', { body: order() })).status).toBe(404);
  });

  test.each([300, 320, 400, 450, 500, 800])('is refused at status %i', async (status) => {
    stage = await stageWarehouse();
    const { json } = await stage.put();
    stage.ongoing.setStatus('10482', status);
    const byNumber = await stage.put({ orderRemark: 'late' });
    const byId = await stage.call('PUT', `/orders/${json.orderId}`, { body: order() });
    expect([byNumber.status, byId.status]).toEqual([400, 400]);
    expect(byNumber.words).toMatch(/started working/);
    expect(stage.ongoing.puts('10482')).toHaveLength(1);
  });

  test('drops lines that it no longer names, or keeps them where the warehouse does', async () => {
    const one = { orderLines: [{ rowNumber: '2', articleNumber: 'A3', numberOfItems: 4 }] };
    for (const [keepsRemovedLines, rows] of [
      [false, ['2']],
      [true, ['2', '1']],
    ] as const) {
      stage = await stageWarehouse({ keepsRemovedLines });
      await stage.put();
      await stage.put(one);
      expect(stage.ongoing.order('10482')?.lines.map((line) => line.rowNumber)).toEqual(rows);
      expect(stage.ongoing.order('10482')?.lines[0]?.articleNumber).toBe('A3');
      await stage.sandbox.close();
    }
  });

  test('of a cancelled number does what the warehouse does', async () => {
    for (const [reopensCancelled, answered, status] of [
      ['reopens', 200, 200],
      ['stays cancelled', 200, 1000],
      ['refuses', 400, 1000],
    ] as const) {
      stage = await stageWarehouse({ reopensCancelled });
      const { json } = await stage.put();
      stage.ongoing.cancelByWarehouse('10482');
      const again = await stage.put();
      expect(again.status).toBe(answered);
      expect(stage.ongoing.order('10482')?.status).toBe(status);
      expect(stage.ongoing.order('10482')?.orderId).toBe(json.orderId);
      await stage.sandbox.close();
    }
  });

  test('makes new ways of delivery, or refuses them', async () => {
    stage = await stageWarehouse();
    const wayOfDelivery = { code: '3', name: 'Bring home' };
    await stage.put({ wayOfDelivery });
    const known = await stage.call('GET', '/orders/wayOfDeliveryTypes', {
      query: { goodsOwnerId },
    });
    expect(known.json.wayOfDeliveryTypes).toMatchObject([wayOfDelivery]);
    await stage.sandbox.close();
    stage = await stageWarehouse({ unknownWayOfDelivery: 'refuses' });
    expect((await stage.put({ wayOfDelivery })).status).toBe(400);
  });
});

describe('a cancel', () => {
  const cancel = (orderNumber: string) =>
    stage.call('DELETE', '/orders', { query: { goodsOwnerId, orderNumber } });

  test('works while the order is open, by number and by id', async () => {
    stage = await stageWarehouse();
    await stage.put();
    const second = await stage.put({ orderNumber: '10483' });
    expect((await cancel('10482')).status).toBe(200);
    expect((await stage.call('DELETE', `/orders/${second.json.orderId}`)).status).toBe(200);
    expect(stage.ongoing.orders().map((one) => one.status)).toEqual([1000, 1000]);
  });

  test('is refused once work has begun, twice, and for what is not there', async () => {
    stage = await stageWarehouse();
    await stage.put();
    stage.ongoing.setStatus('10482', 300);
    expect((await cancel('10482')).words).toMatch(/started working/);
    stage.ongoing.setStatus('10482', 200);
    expect((await cancel('10482')).status).toBe(200);
    expect((await cancel('10482')).words).toMatch(/already cancelled/);
    expect((await cancel('1')).status).toBe(400);
    expect((await stage.call('DELETE', '/orders/1')).status).toBe(404);
  });
});

describe('reading orders', () => {
  test('every member is there, null where there is nothing', async () => {
    stage = await stageWarehouse();
    const { json } = await stage.put();
    const { json: read } = await stage.call('GET', `/orders/${json.orderId}`);
    expect(read).toMatchObject({
      tracking: null,
      parcels: null,
      returnTracking: null,
      transporter: null,
      shipmentInfo: null,
      orderInfo: {
        goodsOwnerOrderId: '10482',
        deliveryDate: '2026-11-24',
        shippedTime: null,
        wayBill: null,
        salesCode: null,
        orderStatus: { number: 200, text: 'Open' },
      },
      consignee: { postCode: '0150', invoiceAddress: null, doorCode: null },
    });
    expect(read.orderLines[0]).toMatchObject({
      rowNumber: '1',
      subOrderLines: null,
      pickedArticleItems: null,
      prices: null,
      shouldBePicked: true,
    });
  });

  test('a shipped order tells waybills, parcels, returns and carrier', async () => {
    stage = await stageWarehouse();
    const { json } = await stage.put();
    stage.ongoing.ship('10482', {
      waybills: ['W1', 'W2'],
      returnWaybills: ['R1'],
      parcels: ['P1'],
      returnParcels: ['PR1'],
      carrier: { name: 'Bring', code: 'BRING', serviceCode: '1202' },
      at: '2026-11-22T10:00:00.000Z',
    });
    const { json: read } = await stage.call('GET', `/orders/${json.orderId}`);
    expect(read.orderInfo).toMatchObject({
      orderStatus: { number: 450, text: 'Sent' },
      shippedTime: '2026-11-22T10:00:00.000Z',
      wayBill: 'W1',
      returnWayBill: 'R1',
      pickedNumberOfItems: 2.5,
    });
    expect(read.tracking.map((one: any) => one.waybill)).toEqual(['W1', 'W2']);
    expect(read.returnTracking.map((one: any) => one.waybill)).toEqual(['R1']);
    expect(read.parcels.map((one: any) => [one.parcelNumber, one.isReturnParcel])).toEqual([
      ['P1', false],
      ['PR1', true],
    ]);
    expect(read.transporter).toMatchObject({ transporterName: 'Bring', serviceCode: '1202' });
  });

  test('lines lag behind a PUT where the warehouse is slow', async () => {
    let now = Date.parse('2026-11-22T08:00:00Z');
    stage = await stageWarehouse({ linesLagMs: 2_000, now: () => now });
    const { json } = await stage.put();
    const lines = async () =>
      (await stage.call('GET', `/orders/${json.orderId}`)).json.orderLines.length;
    expect(await lines()).toBe(0);
    now += 2_000;
    expect(await lines()).toBe(2);
  });

  test('filters', async () => {
    let now = Date.parse('2026-11-22T08:00:00Z');
    stage = await stageWarehouse({ now: () => now });
    for (const orderNumber of ['1', '2', '3', '4']) {
      await stage.put({ orderNumber, referenceNumber: `R${orderNumber}` });
      now += 60_000;
    }
    const ids = stage.ongoing.orders().map((one) => one.orderId);
    stage.ongoing.setStatus('2', 320);
    stage.ongoing.ship('3', { parcels: ['P3'] });
    const changed = new Date(now).toISOString();
    now += 1_000;

    expect(await find({ orderNumber: '2' })).toEqual(['2']);
    expect(await find({ orderNumbers: ['1', '4', 'x'] })).toEqual(['1', '4']);
    expect(await find({ orderNumbers: '1,4' })).toEqual([]);
    expect(await find({ referenceNumbers: ['R2', 'R3'] })).toEqual(['2', '3']);
    expect(await find({ articleNumbers: ['A3'] })).toEqual([]);
    expect(await find({ articleNumbers: ['A2'] })).toHaveLength(4);
    expect(await find({ orderIdFrom: ids[1] ?? 0, maxOrdersToGet: 2 })).toEqual(['2', '3']);
    expect(await find({ orderStatusFrom: 300, orderStatusTo: 449 })).toEqual(['2']);
    expect(await find({ parcelNumber: 'P3' })).toEqual(['3']);
    expect(await find({ orderCreatedTimeFrom: '2026-11-22T08:01:00Z' })).toEqual(['3', '4']);
    expect(await find({ orderCreatedTimeTo: '2026-11-22T08:01:00Z' })).toEqual(['1']);
    // "After this time": what changed at that very instant isn't in.
    expect(await find({ orderStatusChangedTimeFrom: changed })).toEqual([]);
    const before = new Date(Date.parse(changed) - 1).toISOString();
    expect(await find({ orderStatusChangedTimeFrom: before })).toEqual(['2', '3']);
    expect(await find({ shippedTimeFrom: before })).toEqual(['3']);
    expect(await find({ shippedTimeTo: before })).toEqual([]);
    expect(await find({ lastPickingTimeFrom: before })).toEqual(['3']);
    expect(await find({ orderUpdatedTimeFrom: before })).toEqual(['2', '3']);
  });

  test('statuses, also local ones', async () => {
    stage = await stageWarehouse({ statuses: [{ number: 425, text: 'Delivered' }] });
    const answer = await stage.call('GET', '/orders/statuses');
    expect(answer.json).toEqual({ orderStatuses: [{ number: 425, text: 'Delivered' }] });
  });
});

describe('people at the warehouse', () => {
  test('orders of others, statuses that are not set up', async () => {
    stage = await stageWarehouse();
    stage.ongoing.addForeignOrder('10482', null);
    expect(await find({ orderNumber: '10482' })).toEqual(['10482']);
    expect(stage.ongoing.order('10482')).toMatchObject({ foreign: true, goodsOwnerOrderId: null });
    expect(() => stage.ongoing.setStatus('10482', 425)).toThrow(RangeError);
    expect(() => stage.ongoing.setStatus('1', 300)).toThrow(RangeError);
  });

  test('PATCH of the status is refused backwards once goods are allocated', async () => {
    stage = await stageWarehouse();
    const { json } = await stage.put();
    const patch = (orderStatusNumber: number) =>
      stage.call('PATCH', `/orders/${json.orderId}/orderStatus`, { body: { orderStatusNumber } });
    expect((await patch(320)).status).toBe(200);
    expect((await patch(200)).status).toBe(400);
    expect((await patch(321)).status).toBe(400);
  });
});
