import { WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import type { Configuration } from '../../src/connections/configuration.ts';
import { orderEventId } from '../../src/domain/names.ts';
import { webhookEvents } from '../../src/domain/syncs/webhook-event.ts';
import type { RunningHttp } from '../../src/http/start-http.ts';
import { createOrderDesk } from '../../sandbox/orderdesk/orderdesk.ts';
import type { TemporalAccess } from '../../src/temporal/temporal-access.ts';
import { openNamespace } from '../world/namespace.ts';
import { call } from './caller.ts';
import { listening } from './listening.ts';
import { storeConfiguration } from './store.ts';

/** No worker runs and neither vendor can be reached: an answer depends on nothing of them. */
describe('the webhook of Order Desk', () => {
  const shop = createOrderDesk();
  let configuration: Configuration;
  let access: TemporalAccess;
  let http: RunningHttp;
  beforeAll(async () => {
    configuration = storeConfiguration(shop);
    access = await openNamespace(inject('temporalAddress'));
    http = await listening(access, () => configuration);
  });
  afterAll(async () => {
    await http.close();
    await access.close();
  });

  const address = () => `${http.url}/webhooks/orderdesk`;
  const newOrder = (members: object = {}) => shop.addOrder({ ...members }).id;
  const post = async (
    id: string,
    change: { headers?: Record<string, string>; body?: string } = {},
  ) => {
    const { headers, body } = shop.postOrderJson(id);
    return await call(address(), {
      headers: { ...headers, ...change.headers },
      body: change.body ?? body,
    });
  };
  const event = async (id: string) => {
    try {
      return await access.client.workflow.getHandle(orderEventId('nordlys', id)).describe();
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return undefined;
      throw error;
    }
  };

  test('answers exactly 200 and has the order imported', async () => {
    const id = newOrder();
    const answer = await post(id);
    expect(answer).toMatchObject({ status: 200, text: '{"outcome":"taken"}' });
    expect(await event(id)).toMatchObject({
      type: webhookEvents.source.workflow,
      status: { name: 'RUNNING' },
    });
  });

  test('does so within 200 ms', async () => {
    await post(newOrder());
    const times: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      times.push((await post(newOrder())).milliseconds);
    }
    expect(times.sort((a, b) => a - b)[10]).toBeLessThan(200);
  });

  test('hands on the id alone, whatever else the order says', async () => {
    const id = newOrder({ source_id: 'INV-1', email: 'kari@example.org' });
    await post(id);
    const { events } = await access.client.workflow
      .getHandle(orderEventId('nordlys', id))
      .fetchHistory();
    const input = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
    expect(JSON.parse(Buffer.from(input ?? '').toString())).toEqual({
      connection: 'nordlys',
      order: { id, number: id },
    });
  });

  test('given twice joins the event that is still followed', async () => {
    const id = newOrder();
    await post(id);
    const first = await event(id);
    expect((await post(id)).status).toBe(200);
    expect((await event(id))?.runId).toBe(first?.runId);
  });

  test('verifies letters beyond ASCII and signs that a form encodes', async () => {
    const id = newOrder({ shipping: { first_name: 'Åse & Co + 100 % “ø” 漢', city: 'Tromsø' } });
    expect((await post(id)).status).toBe(200);
  });

  test('takes JSON, too, of which the whole body is signed', async () => {
    const id = newOrder();
    const { order, headers } = shop.postOrderJson(id);
    const json = { ...headers, 'content-type': 'application/json; charset=utf-8' };
    expect((await call(address(), { headers: json, body: order })).status).toBe(200);
    expect((await call(address(), { headers: json, body: `${order} ` })).status).toBe(401);
    expect(await event(id)).toBeDefined();
  });

  describe('refuses', () => {
    test('401 a missing signature', async () => {
      const id = newOrder();
      const { headers, body } = shop.postOrderJson(id);
      const { 'x-order-desk-hash': _hash, ...rest } = headers;
      expect((await call(address(), { headers: rest, body })).status).toBe(401);
      expect(await event(id)).toBeUndefined();
    });

    test.each([
      ['of another order', () => shop.postOrderJson(newOrder()).headers['x-order-desk-hash'] ?? ''],
      ['that is empty', () => ''],
      ['of the right length', () => '0'.repeat(64)],
      ['that is longer', () => 'a'.repeat(500)],
    ])('401 a signature %s', async (_name, hash) => {
      const id = newOrder();
      const answer = await post(id, { headers: { 'x-order-desk-hash': hash() } });
      expect(answer).toMatchObject({
        status: 401,
        text: '{"error":"The signature is missing or wrong."}',
      });
      expect(await event(id)).toBeUndefined();
    });

    test('401 an order that was changed on its way', async () => {
      const id = newOrder();
      const { order } = shop.postOrderJson(id);
      const body = new URLSearchParams({ order: `${order} ` }).toString();
      expect((await post(id, { body })).status).toBe(401);
    });

    test('401 a signature with the key of another store', async () => {
      const other = createOrderDesk({ apiKey: 'other' });
      const { headers, body } = other.postOrderJson(other.addOrder({}).id);
      expect((await call(address(), { headers, body })).status).toBe(401);
    });

    test('404 an unknown store, and none', async () => {
      const id = newOrder();
      const unknown = { 'x-order-desk-store-id': '1' };
      expect((await post(id, { headers: unknown })).status).toBe(404);
      expect((await post(id, { headers: { 'x-order-desk-store-id': '' } })).status).toBe(404);
      expect(await event(id)).toBeUndefined();
    });

    test('413 a body that is too large, signed or not', async () => {
      const id = newOrder({ order_metadata: { Remark: 'x'.repeat(2_200_000) } });
      expect(await post(id)).toMatchObject({
        status: 413,
        text: '{"error":"The body is too large."}',
      });
      expect(await event(id)).toBeUndefined();
    });

    test('but takes one of a thousand items', async () => {
      const items = Array.from({ length: 1_000 }, (_, item) => ({
        name: 'A product with a name of usual length',
        code: `SKU-${item}`,
        quantity: '1',
      }));
      expect((await post(newOrder({ order_items: items }))).status).toBe(200);
    });

    test('400 what is no order, 415 what is neither a form nor JSON', async () => {
      const id = newOrder();
      expect((await post(id, { body: 'x=1' })).status).toBe(400);
      const form = { 'content-type': 'text/plain' };
      expect((await post(id, { headers: form })).status).toBe(415);
    });

    test.each(['[]', '{}', '{"id":""}', '{"id":"../x"}', '{"id":1.5}', '{"id":-1}', '{', '""'])(
      '400 signed nonsense: %s',
      async (order) => {
        const { createHmac } = await import('node:crypto');
        const hash = createHmac('sha256', shop.options.apiKey).update(order).digest('hex');
        const answer = await post(newOrder(), {
          headers: { 'x-order-desk-hash': hash },
          body: new URLSearchParams({ order }).toString(),
        });
        expect(answer.status).toBe(400);
      },
    );

    test('without a word about keys, files or stacks', async () => {
      for (const body of ['x=1', 'order=1', 'order=%']) {
        const { text } = await post(newOrder(), { body });
        expect(text).not.toMatch(/at |node_modules|\.ts|\.js|sandbox-api-key/);
      }
    });
  });

  test('follows the configuration as it is now', async () => {
    const before = configuration;
    const id = newOrder();
    configuration = storeConfiguration(shop, { 'source/apiKey': 'new-key' });
    expect((await post(id)).status).toBe(401);
    configuration = storeConfiguration(shop, { 'orders/enabled': false });
    expect(await post(id)).toMatchObject({ status: 200, text: '{"outcome":"switched off"}' });
    expect(await event(id)).toBeUndefined();
    configuration = before;
    expect((await post(id)).status).toBe(200);
  });
});
