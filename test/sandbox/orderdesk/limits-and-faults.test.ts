import { afterEach, describe, expect, test } from 'vitest';

import { orderDeskFaultKinds } from '../../../sandbox/orderdesk/fault-replies.ts';
import { createOrderDesk } from '../../../sandbox/orderdesk/orderdesk.ts';
import { type Stage, stageStore } from './store-caller.ts';

const started: Stage[] = [];
afterEach(() => Promise.all(started.splice(0).map(({ sandbox }) => sandbox.close())));

async function stageWithBucket(capacity: number, perSecond: number): Promise<Stage> {
  const stage = await stageStore({ bucket: { capacity, perSecond } });
  started.push(stage);
  return stage;
}

describe('the leaky bucket', () => {
  test('takes 20 at once and 3 a second where nothing else is said', () => {
    expect(createOrderDesk().options.bucket).toEqual({ capacity: 20, perSecond: 3 });
  });

  test('tells what still fits in, and when to come again', async () => {
    const stage = await stageWithBucket(2, 0.5);
    const answers = [await stage.get('/test'), await stage.get('/store'), await stage.get('/test')];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers.map(({ headers }) => headers['x-tokens-remaining'])).toEqual(['1', '0', '0']);
    expect(answers[2]?.headers['x-retry-after']).toBe('2');
    expect(answers[2]?.headers['retry-after']).toBeUndefined();
    stage.at('2026-11-21T10:00:01.900Z');
    expect((await stage.get('/test')).headers['x-retry-after']).toBe('1');
    stage.at('2026-11-21T10:00:02Z');
    expect((await stage.get('/test')).status).toBe(200);
    stage.at('2026-11-21T11:00:00Z');
    expect((await stage.get('/test')).headers['x-tokens-remaining']).toBe('1');
  });

  test('lets nothing through once it is full', async () => {
    const stage = await stageWithBucket(1, 1);
    const { id } = stage.shop.addOrder({});
    await stage.get('/test');
    const body = { note: 'x' };
    const refused = await stage.call('POST', `/orders/${id}/order-history`, { body });
    expect(refused.status).toBe(429);
    expect(stage.shop.notes(id)).toEqual([]);
  });

  test('is not filled by strangers, and goes down with refusals', async () => {
    const stage = await stageWithBucket(2, 1);
    await stage.call('GET', '/test', { headers: { 'orderdesk-api-key': 'wrong' } });
    expect((await stage.get('/orders/1')).headers['x-tokens-remaining']).toBe('1');
  });
});

describe('faults', () => {
  test.each([
    ['html502', 502, '<html>'],
    ['empty503', 503, ''],
    ['text429', 429, 'Too Many'],
    ['status-error-200', 200, '"status":"error"'],
    ['garbage', 200, '<!DOCTYPE html>'],
    ['json500', 500, '"status":"error"'],
  ])('%s comes instead of the answer', async (kind, status, words) => {
    const stage = await stageWithBucket(9, 1);
    const { id } = stage.shop.addOrder({});
    stage.sandbox.faults.add({ vendor: 'orderdesk', kind, operation: 'POST /orders*', times: 1 });
    const note = () => stage.call('POST', `/orders/${id}/order-history`, { body: { note: 'x' } });
    const struck = await note();
    expect(struck.status).toBe(status);
    expect(struck.text).toContain(words);
    expect(struck.headers['x-retry-after']).toBe(kind === 'text429' ? '2' : undefined);
    expect(stage.shop.notes(id)).toEqual([]);
    expect((await note()).json.status).toBe('success');
  });

  test('are known by kind, and a misspelt one is refused', async () => {
    const stage = await stageWithBucket(9, 1);
    const add = (kind: string) => stage.sandbox.faults.add({ vendor: 'orderdesk', kind });
    for (const kind of orderDeskFaultKinds) expect(stage.shop.faultReply(kind)).toBeDefined();
    expect(() => add('html501')).toThrow(/no fault of the kind html501/);
    expect(stage.shop.faultReply('html501')).toBeUndefined();
  });

  test('can lose the answer to a shipment that was added', async () => {
    const stage = await stageWithBucket(9, 1);
    const { id } = stage.shop.addOrder({});
    const ship = () =>
      stage.call('POST', `/orders/${id}/shipments`, { body: { tracking_number: 'T1' } });
    stage.sandbox.faults.add({ vendor: 'orderdesk', kind: 'lost', times: 1 });
    await expect(ship()).rejects.toThrow();
    expect((await ship()).json.message).toBe('Shipment Not Added');
    expect(stage.shop.shipments(id)).toHaveLength(1);
  });

  test('and counts go by the vendor’s words', async () => {
    const stage = await stageWithBucket(9, 1);
    const { id } = stage.shop.addOrder({});
    await stage.get('/orders', { limit: 5 });
    await stage.get(`/orders/${id}`);
    await stage.get(`/orders/${id}/shipments`);
    expect(stage.sandbox.counts()['orderdesk']).toEqual({
      'GET /orders': 1,
      'GET /orders/{id}': 1,
      'GET /orders/{id}/shipments': 1,
    });
    expect(stage.sandbox.mostAtOnce()).toEqual({ 'orderdesk/18211': 1 });
  });
});
