import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { type Stage, stageStore } from './store-caller.ts';

let stage: Stage;
let id: string;
beforeEach(async () => {
  stage = await stageStore();
  id = stage.shop.addOrder({ source_id: '10482' }).id;
  stage.at('2026-11-21T10:30:00Z');
});
afterEach(() => stage.sandbox.close());

const post = (path: string, body: unknown) => stage.call('POST', path, { body });

/** Whether the order shows up among those that changed since it was added. */
async function cameBack(): Promise<boolean> {
  const since = { modified_start_date: '2026-11-21 10:30:00' };
  return (await stage.get('/orders', since)).json.orders.length > 0;
}

describe('a note', () => {
  test('is added, given back with the history, and changes the order', async () => {
    expect(await cameBack()).toBe(false);
    const body = { note: 'Order 88213 at the warehouse', source_name: 'Crossdock' };
    const answer = await post(`/orders/${id}/order-history`, body);
    expect(answer.json).toMatchObject({
      status: 'success',
      message: 'Order History Added',
      order: {
        id,
        date_updated: '2026-11-21 10:30:00',
        order_history: [{ ...body, date_added: '2026-11-21 10:30:00' }],
      },
    });
    expect(stage.shop.notes(id)).toEqual([
      { at: '2026-11-21T10:30:00.000Z', note: body.note, sourceName: 'Crossdock' },
    ]);
    expect(await cameBack()).toBe(true);
  });

  test('is the last one once there are 250 entries', async () => {
    const path = `/orders/${id}/order-history`;
    const date_added = '2026-11-21T10:00:00.000Z';
    const entry = { date_added, source_name: 'Rule', note: 'x', kind: 'event' } as const;
    stage.shop.editOrder(id, { order_history: Array.from({ length: 249 }, () => entry) });
    expect((await post(path, { note: 'x' })).json.status).toBe('success');
    expect((await post(path, { note: 'x' })).json.message).toMatch(/250 entries/);
    expect(stage.shop.notes(id)).toHaveLength(1);
  });
});

describe('a shipment', () => {
  const path = () => `/orders/${id}/shipments`;

  test('is added without telling its id, reads back as text only, and changes the order', async () => {
    const answer = await post(path(), {
      tracking_number: 'T1',
      carrier_code: 'PN',
      weight: 1.5,
      shipment_date: '2026-01-01',
    });
    expect(answer.json).toEqual({
      status: 'success',
      message: 'Shipment Added',
      execution_time: expect.any(String),
    });
    const { json } = await stage.get(path());
    expect(json.shipments).toHaveLength(1);
    expect(json.shipments[0]).toMatchObject({
      order_id: id,
      store_id: '18211',
      tracking_number: 'T1',
      carrier_code: 'PN',
      weight: '1.5',
      cost: '',
      order_items: '',
      print_status: '0',
      date_shipped: '2026-11-21',
    });
    expect(Object.values(json.shipments[0]).every((value) => typeof value === 'string')).toBe(true);
    expect(stage.shop.shipments(id)).toMatchObject([{ tracking_number: 'T1', by: 'api' }]);
    expect(await cameBack()).toBe(true);
  });

  test('with a tracking number that is there is refused with HTTP 200', async () => {
    await post(path(), { tracking_number: 'T1' });
    const again = await post(path(), { tracking_number: 'T1', carrier_code: 'PN' });
    expect(again.status).toBe(200);
    expect(again.json).toMatchObject({ status: 'error', message: 'Shipment Not Added' });
    await post(path(), { tracking_number: 'n/a' });
    expect((await post(path(), { tracking_number: 'n/a' })).json.status).toBe('error');
    expect((await post(path(), { tracking_number: 'T2' })).json.status).toBe('success');
    expect(stage.shop.shipments(id).map((one) => one.tracking_number)).toEqual(['T1', 'n/a', 'T2']);
  });

  test('in a batch is told of by its own result', async () => {
    const other = stage.shop.addOrder({}).id;
    const answer = await post('/batch-shipments', [
      { order_id: id, tracking_number: 'T1' },
      { order_id: Number(other), tracking_number: 'T1' },
      { order_id: id, tracking_number: 'T1' },
      { order_id: '1', tracking_number: 'T1' },
      { order_id: id },
    ]);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      status: 'success',
      message: '2 Shipments Added',
      results: [
        { status: 'success', message: 'Shipment Added' },
        { status: 'success', message: 'Shipment Added' },
        { status: 'error', message: 'Shipment Not Added' },
        { status: 'error', message: 'Order Not Found' },
        { status: 'error', message: expect.stringContaining('tracking_number') },
      ],
    });
    expect(stage.shop.shipments(other)).toHaveLength(1);
  });
});

describe('a move', () => {
  test('is told of by order, into a folder by its id or its name', async () => {
    const answer = await post('/move-orders', {
      order_id_list: [Number(id), 1],
      destination_folder_name: 'Prepared',
    });
    expect(answer.json).toMatchObject({
      status: 'success',
      message: '1 Orders Moved',
      results: [
        {
          order_id: Number(id),
          message: 'Order Moved to Prepared Folder',
          original_folder_id: 21_654,
        },
        { order_id: 1, message: 'Order Not Found' },
      ],
    });
    await post('/move-orders', { order_id_list: [Number(id)], destination_folder_id: 21_656 });
    const at = '2026-11-21T10:30:00.000Z';
    expect(stage.shop.moves(id)).toEqual([
      { at, from: 'New', to: 'Prepared', by: 'api' },
      { at, from: 'Prepared', to: 'Closed', by: 'api' },
    ]);
    expect(await cameBack()).toBe(true);
  });

  test('by an old name is refused once a person has renamed the folder', async () => {
    stage.shop.renameFolder('Prepared', 'At the warehouse');
    const body = { order_id_list: [Number(id)], destination_folder_name: 'Prepared' };
    expect((await post('/move-orders', body)).json.message).toBe('Destination Folder Not Found');
    expect(stage.shop.order(id)?.folder).toBe('New');
  });
});
