import { WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { warehouseEventId } from '../../src/domain/names.ts';
import { webhookEvents } from '../../src/domain/syncs/webhook-event.ts';
import type { RunningHttp } from '../../src/http/start-http.ts';
import { eventually } from '../world/eventually.ts';
import { place, stock, type Goods } from '../world/goods.ts';
import { World } from '../world/world.ts';
import { call } from './caller.ts';
import { listening } from './listening.ts';
import { orderCall } from './order-call.ts';

const token = 'a word that nobody guesses';

describe('the webhook of Ongoing', () => {
  let world: World;
  let goods: Goods;
  let http: RunningHttp;
  beforeAll(async () => {
    // So long an interval that nothing in here is found by polling.
    world = await World.open({
      webhooks: { token },
      orders: { enabled: true, every: '1d' },
      shipments: { enabled: true, every: '1d' },
      warehouse: { statuses: { other: { 475: 'returned' } } },
    });
    goods = stock(world);
    http = await listening(world.access, () => world.configuration());
  });
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  async function imported(): Promise<string> {
    const id = place(world, goods);
    await world.importOrders();
    await world.until(id, 'the order is in the warehouse', ({ stage }) => stage === 'in warehouse');
    return id;
  }

  const post = async (
    body: unknown,
    headers: Record<string, string> = { 'x-auth-token': token },
    connection: string = world.connection,
  ) =>
    await call(`${http.url}/webhooks/ongoing/${connection}`, {
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const eventRun = (id: string) =>
    world.access.client.workflow.getHandle(warehouseEventId(world.connection, id));
  const wasGiven = async (id: string): Promise<boolean> => {
    try {
      await eventRun(id).describe();
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  };
  const written = (id: string) => world.erp.statusWrites.filter(({ orderId }) => orderId === id);

  test('brings a shipment back within two seconds', async () => {
    const id = await imported();
    world.wms.ship(id, { waybills: [`37${id}`] });
    const began = performance.now();
    expect(await post(orderCall(world.wms, id))).toMatchObject({
      status: 200,
      text: '{"outcome":"taken"}',
    });
    await eventually(() => written(id).length === 1, { what: 'the report' });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect((await world.result(id)).stage).toBe('completed');
  });

  test('given again reports nothing again', async () => {
    const id = await imported();
    world.wms.ship(id);
    await Promise.all([1, 2, 3].map(async () => await post(orderCall(world.wms, id))));
    await world.result(id);
    expect((await post(orderCall(world.wms, id))).status).toBe(200);
    expect(await eventRun(id).result()).toEqual({ outcome: 'not followed' });
    expect(written(id)).toHaveLength(1);
  });

  test('that comes while an earlier one is read has the order read again', async () => {
    const id = await imported();
    // What is answered is as it was when it was asked, and late.
    world.sandbox.faults.add({
      vendor: 'ongoing',
      operation: 'GET /orders',
      kind: 'slow',
      when: 'after',
      ms: 1_500,
      times: 1,
    });
    const before = world.sandbox.requests({ vendor: 'ongoing' }).length;
    await post({ ...orderCall(world.wms, id), orderStatus: { number: 450 } });
    await eventually(() => world.sandbox.faults.list()[0]?.hits === 1, { what: 'the reading' });
    world.wms.ship(id);
    await post(orderCall(world.wms, id));
    expect((await world.result(id)).stage).toBe('completed');
    expect(await eventRun(id).result()).toEqual({ outcome: 'signalled' });
    expect(world.sandbox.requests({ vendor: 'ongoing' }).length - before).toBe(2);
  });

  test('passes on a cancellation', async () => {
    const id = await imported();
    world.wms.cancelByWarehouse(id);
    expect((await post(orderCall(world.wms, id))).text).toContain('taken');
    const { attention } = await world.until(
      id,
      'attention',
      (status) => status.attention.length > 0,
    );
    expect(attention[0]?.kind).toBe('cancelled at warehouse');
  });

  test('is never believed: the order is read', async () => {
    const id = await imported();
    await post({ ...orderCall(world.wms, id), orderStatus: { number: 450 } });
    const handle = eventRun(id);
    expect(await handle.result()).toEqual({ outcome: 'still open' });
    expect((await world.status(id)).stage).toBe('in warehouse');
    world.wms.addForeignOrder('77001', 'elsewhere');
    await post({
      ...orderCall(world.wms, '77001'),
      goodsOwnerOrderId: id,
      orderStatus: { number: 450 },
    });
    await eventually(async () => (await handle.describe()).status.name === 'COMPLETED');
    expect(await handle.result()).toEqual({ outcome: 'not ours' });
    expect(written(id)).toEqual([]);
  });

  test.each([
    ['picked', { orderStatus: { number: 400 } }, 'nothing to do'],
    ['open', { orderStatus: { number: 200 } }, 'nothing to do'],
    ['in error', { orderStatus: { number: 150 } }, 'nothing to do'],
    ['of another goods owner', { goodsOwnerId: 999 }, 'another goods owner'],
    ['that isn’t ours', { goodsOwnerOrderId: null }, 'without our order id'],
    ['without an id', { goodsOwnerOrderId: undefined }, 'without our order id'],
    ['with an empty id', { goodsOwnerOrderId: ' ' }, 'without our order id'],
  ])('costs no call for an order %s', async (_name, change, outcome) => {
    const id = await imported();
    const before = http.counts()[world.connection]?.[outcome] ?? 0;
    world.sandbox.forget();
    const sent = { ...orderCall(world.wms, id), orderStatus: { number: 450 }, ...change };
    expect(await post(sent)).toMatchObject({ status: 200, text: JSON.stringify({ outcome }) });
    expect(http.counts()[world.connection]?.[outcome]).toBe(before + 1);
    expect(await wasGiven(id)).toBe(false);
    expect(world.sandbox.requests()).toEqual([]);
  });

  test('knows what the warehouse’s own numbers mean', async () => {
    const id = await imported();
    expect(
      (await post({ ...orderCall(world.wms, id), orderStatus: { number: 475 } })).text,
    ).toContain('taken');
    expect((await eventRun(id).describe()).type).toBe(webhookEvents.warehouse.workflow);
  });

  describe('lets in', () => {
    const basic = (text: string) => ({
      authorization: `Basic ${Buffer.from(text).toString('base64')}`,
    });
    const nothing = { orderId: 1, orderStatus: { number: 200 } };

    test.each([
      ['the token', { 'x-auth-token': token }, 200],
      ['the token as a password', basic(`ongoing:${token}`), 200],
      ['any user name', basic(`:${token}`), 200],
      ['no token', {}, 401],
      ['an empty one', { 'x-auth-token': '' }, 401],
      ['another one', { 'x-auth-token': `${token}x` }, 401],
      ['another password', basic('ongoing:other'), 401],
      ['the token as a user name', basic(`${token}:`), 401],
      ['the token alone', basic(token), 401],
      ['nonsense', { authorization: 'Basic' }, 401],
      ['the token as a bearer', { authorization: `Bearer ${token}` }, 401],
    ])('%s', async (_name, headers: Record<string, string>, status) => {
      const answer = await post(nothing, headers);
      expect(answer.status).toBe(status);
      const challenge = answer.headers['www-authenticate'] ?? '';
      expect(String(challenge).startsWith('Basic')).toBe(status === 401);
      expect(answer.text).not.toContain(token);
    });

    test('nobody at a connection that isn’t there', async () => {
      expect((await post(nothing, undefined, 'havna')).status).toBe(404);
      expect((await post(nothing, undefined, '..%2Fnordlys')).status).toBe(404);
      expect((await post(nothing, undefined, 'toString')).status).toBe(404);
    });
  });

  test.each(['{', '[]', '{}', '{"orderStatus":{}}', '{"orderStatus":{"number":"x"}}', ''])(
    'refuses nonsense with 400: %s',
    async (body) => {
      expect((await post(body)).status).toBe(400);
    },
  );

  test('refuses a body that is too large with 413, after it looked at the token', async () => {
    const large = { orderStatus: { number: 450 }, path: 'x'.repeat(300_000) };
    expect((await post(large)).status).toBe(413);
    expect((await post(large, { 'x-auth-token': 'x' })).status).toBe(401);
  });

  test('does nothing while the process rests by hand', async () => {
    const id = await imported();
    world.wms.ship(id);
    const schedule = world.access.client.schedule.getHandle(`${world.connection}:shipments`);
    await schedule.pause('stocktaking');
    try {
      await post(orderCall(world.wms, id));
      const handle = eventRun(id);
      expect(await handle.result()).toEqual({ outcome: 'paused' });
      expect((await world.status(id)).stage).toBe('in warehouse');
    } finally {
      await schedule.unpause();
    }
  });

  test('does nothing where the file switches shipments off, and is no webhook without a token', async () => {
    const id = await imported();
    const shipped = { ...orderCall(world.wms, id), orderStatus: { number: 450 } };
    await world.configure({ webhooks: { token } });
    expect((await post(shipped)).text).toBe('{"outcome":"switched off"}');
    await world.configure({});
    expect((await post(shipped)).status).toBe(404);
    expect(await wasGiven(id)).toBe(false);
  });
});
