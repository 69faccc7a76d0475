import { request as rawRequest } from 'node:http';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Stage, stageStore } from './store-caller.ts';

let stage: Stage;
let id: string;
beforeAll(async () => {
  stage = await stageStore();
  id = stage.shop.addOrder({ order_items: [{ code: 'A1' }] }).id;
});
afterAll(() => stage.sandbox.close());

const error = (message: string | RegExp) => ({
  status: 'error',
  message: typeof message === 'string' ? message : expect.stringMatching(message),
});

/** A request as Node sends it, for headers that other clients won't send. */
function raw(method: string, headers: Record<string, string>, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = rawRequest(
      `${stage.sandbox.url}/orderdesk/api/v2/test`,
      {
        method,
        headers: {
          'ORDERDESK-STORE-ID': '18211',
          'ORDERDESK-API-KEY': 'sandbox-api-key',
          ...headers,
        },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

describe('how a request comes', () => {
  test('with another key, another store or neither: 401', async () => {
    for (const headers of [
      { 'orderdesk-api-key': 'wrong' },
      { 'orderdesk-store-id': '1' },
      { 'orderdesk-api-key': undefined },
      { 'orderdesk-store-id': undefined },
    ]) {
      const answer = await stage.call('GET', '/test', { headers });
      expect(answer.status).toBe(401);
      expect(answer.json).toMatchObject(error('Invalid API Key'));
    }
  });

  test('a new key ends the old one', async () => {
    const other = await stageStore();
    other.shop.setApiKey('new-key');
    expect((await other.get('/test')).status).toBe(401);
    const headers = { 'orderdesk-api-key': 'new-key' };
    expect((await other.call('GET', '/test', { headers })).status).toBe(200);
    await other.sandbox.close();
  });

  test('a GET with a body, or with headers of one, is refused', async () => {
    expect(await raw('GET', {})).toBe(200);
    expect(await raw('GET', { 'content-type': 'application/json' })).toBe(400);
    expect(await raw('GET', { 'content-length': '0' })).toBe(400);
    expect(await raw('GET', { 'content-length': '2' }, '{}')).toBe(400);
    expect(await raw('GET', { 'transfer-encoding': 'chunked' }, '{}')).toBe(400);
  });

  test.each(['PATCH', 'TRACE', 'HEAD', 'OPTIONS'])('%s is refused', async (method) => {
    expect(await raw(method, {})).toBe(405);
  });

  test('a write that is not JSON, or is not said to be', async () => {
    const path = `/orders/${id}/order-history`;
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const asForm = await stage.call('POST', path, { body: 'note=x', headers: form });
    expect(asForm.status).toBe(400);
    expect(asForm.json).toMatchObject(error(/Content-Type/));
    expect((await stage.call('POST', path, { body: '{' })).json).toMatchObject(error(/not JSON/));
    expect((await stage.call('POST', path, { body: '[]' })).status).toBe(400);
    expect(stage.shop.notes(id)).toEqual([]);
  });

  test('a path that is not there: 404', async () => {
    expect((await stage.get('/folders')).status).toBe(404);
    expect((await stage.get('/orders/1')).json).toMatchObject(error('Order Not Found'));
    expect((await stage.get('/inventory-items/1')).status).toBe(404);
  });

  const badQueries: [string, Record<string, string | number>, RegExp][] = [
    ['/orders', { folder: 'New' }, /folder is not a known parameter/],
    ['/orders', { constructor: 'x' }, /constructor is not a known/],
    ['/orders', { email: 'x' }, /doesn't simulate the filter email/],
    ['/orders', { modified_start_date: '2026-11-21T10:00:00Z' }, /YYYY-MM-DD HH:MM:SS/],
    ['/orders', { limit: 501 }, /limit must be from 1 to 500/],
    ['/orders', { limit: 0 }, /limit must be/],
    ['/orders', { offset: -1 }, /offset must be a whole number/],
    ['/orders', { order: 'up' }, /order must be ASC or DESC/],
    ['/orders', { order_by: 'nonsense' }, /order by nonsense/],
    ['/orders', { get_order_history: 'yes' }, /get_order_history must be/],
    ['/orders/ID', { get_order_history: 1 }, /not a known parameter/],
    ['/inventory-items', { codes: 'A1' }, /codes is not a known/],
    ['/store', { x: 1 }, /x is not a known/],
  ];

  test.each(badQueries)('%s with %o is refused', async (path, query, words) => {
    const answer = await stage.get(path.replace('ID', id), query);
    expect(answer.json).toMatchObject(error(words));
    expect(answer.status).toBe(400);
  });

  test('unless the store is lenient: then everything comes, at most 500', async () => {
    const lenient = await stageStore({ strictQuery: false });
    for (let made = 0; made < 501; made += 1) lenient.shop.addOrder({});
    const answer = await lenient.get('/orders', { folder: 'Closed', limit: 1_000 });
    expect(answer.json).toMatchObject({ records_returned: 500, limit: 500 });
    await lenient.sandbox.close();
  });
});

describe('writes that break the contract', () => {
  const refused: [string, string, unknown, RegExp][] = [
    ['a note without words', '/orders/ID/order-history', { note: ' ' }, /note/],
    ['a note too long', '/orders/ID/order-history', { note: 'x'.repeat(2_001) }, /note/],
    ['a note with more', '/orders/ID/order-history', { note: 'x', by: 'me' }, /by/],
    ['no tracking number', '/orders/ID/shipments', { carrier_code: 'PN' }, /tracking_number/],
    ['items of a shipment', '/orders/ID/shipments', { tracking_number: '1', items: [] }, /items/],
    ['a wrapped batch', '/batch-shipments', { shipments: [] }, /body/],
    ['both folders', '/move-orders', move({ destination_folder_name: 'Closed' }), /not both/],
    ['no folder', '/move-orders', { order_id_list: [1] }, /not both/],
    ['ids as text', '/move-orders', move({ order_id_list: ['1'] }), /order_id_list.0/],
    ['no ids', '/move-orders', move({ order_id_list: [] }), /order_id_list/],
    ['an unknown folder', '/move-orders', move({ destination_folder_id: 9 }), /Folder Not Found/],
    ['a member of old clients', '/move-orders', { order_ids: [1], folder_id: 2 }, /order_id_list/],
  ];

  function move(members: Record<string, unknown>) {
    return { order_id_list: [4_091_036_031], destination_folder_id: 21_656, ...members };
  }

  test.each(refused)('%s', async (_what, path, body, words) => {
    const answer = await stage.call('POST', path.replace('ID', id), { body });
    expect(answer.json).toMatchObject(error(words));
    expect(answer.status).toBe(400);
    expect(stage.shop.order(id)?.order_history).toEqual([]);
  });

  test('creating, replacing and deleting is refused, counted, and changes nothing', async () => {
    const other = await stageStore();
    const order = other.shop.addOrder({ source_id: '10482' });
    const path = `/orders/${order.id}`;
    const body = { source_id: '1' };
    const answers = [
      await other.call('POST', '/orders', { body }),
      await other.call('PUT', path, { body }),
      await other.call('POST', path, { body, headers: { 'x-http-method-override': 'PUT' } }),
      await other.call('DELETE', path),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(other.shop.refusedWrites().map(({ operation }) => operation)).toEqual([
      'POST /orders',
      'PUT /orders/{id}',
      'PUT /orders/{id}',
      'DELETE /orders/{id}',
    ]);
    expect(other.shop.orders()).toEqual([order]);
    await other.sandbox.close();
  });

  test('a store may refuse with HTTP 200, so that only the body tells', async () => {
    const soft = await stageStore({ refusesWith200: true });
    const absent = await soft.get('/orders/1');
    expect([absent.status, absent.json.status]).toEqual([200, 'error']);
    expect((await soft.get('/orders', { x: 1 })).status).toBe(400);
    await soft.sandbox.close();
  });
});
