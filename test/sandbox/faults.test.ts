import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { Faults, matches } from '../../sandbox/faults.ts';
import { ongoingFaultKinds } from '../../sandbox/ongoing/fault-replies.ts';
import { createOngoing } from '../../sandbox/ongoing/ongoing.ts';
import { goodsOwnerId, type Stage, stageWarehouse } from './warehouse-caller.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await stageWarehouse();
});
afterEach(() => stage.sandbox.close());

const held = () => stage.ongoing.orders().length;
const vendor = 'ongoing';

describe('faults of the connection', () => {
  test('reset: cut off before the request is handled', async () => {
    stage.sandbox.faults.add({ vendor, kind: 'reset', times: 1 });
    await expect(stage.put()).rejects.toThrow();
    expect(held()).toBe(0);
    expect((await stage.put()).status).toBe(201);
  });

  test('lost: handled, but the answer never comes', async () => {
    stage.sandbox.faults.add({ vendor, operation: 'PUT /orders', kind: 'lost', times: 1 });
    await expect(stage.put()).rejects.toThrow();
    expect(held()).toBe(1);
    expect((await stage.put()).status).toBe(200);
  });

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('timeout %s: no answer for a while, then cut off', async (when, orders) => {
    stage.sandbox.faults.add({ vendor, kind: 'timeout', when, ms: 120, times: 1 });
    const began = performance.now();
    await expect(stage.put()).rejects.toThrow();
    expect(performance.now() - began).toBeGreaterThan(100);
    expect(held()).toBe(orders);
  });

  test('slow: the answer comes late', async () => {
    stage.sandbox.faults.add({ vendor, kind: 'slow', ms: 120, times: 1 });
    const began = performance.now();
    const answer = stage.put();
    await expect.poll(held, { interval: 5 }).toBe(1);
    expect(performance.now() - began).toBeLessThan(110);
    expect((await answer).status).toBe(201);
    expect(performance.now() - began).toBeGreaterThan(100);
  });

  test('slow before: a caller that gave up is not served after all', async () => {
    stage.sandbox.faults.add({ vendor, kind: 'slow', when: 'before', ms: 60_000, times: 1 });
    const server = stage.sandbox;
    const { request } = await import('undici');
    const { signal, abort } = abortable();
    const call = request(`${server.url}/ongoing/nord/api/v1/orders/statuses`, { signal });
    await expect.poll(() => server.faults.list()[0]?.hits, { interval: 5 }).toBe(1);
    abort();
    await expect(call).rejects.toThrow();
    await expect.poll(() => server.requests()[0]?.handled, { interval: 5 }).toBe(false);
  });

  test('down: nothing gets through until it is removed', async () => {
    const id = stage.sandbox.faults.add({ vendor, kind: 'down' });
    for (let times = 0; times < 3; times += 1) await expect(stage.put()).rejects.toThrow();
    expect(held()).toBe(0);
    stage.sandbox.faults.remove(id);
    expect((await stage.put()).status).toBe(201);
  });
});

describe('faults that the vendor answers', () => {
  const expected: Record<(typeof ongoingFaultKinds)[number], [number, RegExp]> = {
    json500: [500, /^\{"Message":"An error has occurred\."\}$/],
    html502: [502, /^<!DOCTYPE html>/],
    html200: [200, /^<!DOCTYPE html>/],
    empty503: [503, /^$/],
    '429': [429, /message/],
    '429date': [429, /message/],
    nullOrderId: [200, /"orderId":null/],
    '401': [401, /denied/],
  };

  test.each(ongoingFaultKinds)('%s, without applying', async (kind) => {
    stage.sandbox.faults.add({ vendor, kind, times: 1 });
    const answer = await stage.put();
    expect(answer.status).toBe(expected[kind][0]);
    expect(answer.text).toMatch(expected[kind][1]);
    expect(held()).toBe(0);
  });

  test('after: applied, then answered with the fault', async () => {
    stage.sandbox.faults.add({ vendor, kind: 'json500', when: 'after', times: 1 });
    expect((await stage.put()).status).toBe(500);
    expect(held()).toBe(1);
  });

  test('Retry-After comes in seconds, or as a date that is not past', async () => {
    stage.sandbox.faults.add({ vendor, kind: '429', times: 1 });
    stage.sandbox.faults.add({ vendor, kind: '429date', times: 1 });
    expect((await stage.put()).headers['retry-after']).toBe('2');
    const asked = Date.now();
    const date = String((await stage.put()).headers['retry-after']);
    expect(date).toMatch(/ GMT$/);
    expect(Date.parse(date)).toBeGreaterThanOrEqual(asked + 2_000);
  });
});

describe('which requests are hit', () => {
  test('by operation, or by its beginning', async () => {
    stage.sandbox.faults.add({ vendor, operation: 'GET /orders*', kind: 'json500' });
    expect((await stage.put()).status).toBe(201);
    const query = { goodsOwnerId };
    expect((await stage.call('GET', '/orders', { query })).status).toBe(500);
    expect((await stage.call('GET', '/orders/statuses')).status).toBe(500);
    expect((await stage.call('GET', '/articles', { query })).status).toBe(200);
    stage.sandbox.faults.clear();
    expect((await stage.call('GET', '/orders', { query })).status).toBe(200);
    expect(matches('GET /orders', 'GET /orders/{orderId}')).toBe(false);
  });

  test('so many times and no more', async () => {
    stage.sandbox.faults.add({ vendor, kind: 'empty503', times: 2 });
    const statuses = [];
    for (let times = 0; times < 4; times += 1) statuses.push((await stage.put()).status);
    expect(statuses).toEqual([503, 503, 201, 200]);
    expect(stage.sandbox.faults.list()[0]?.hits).toBe(2);
  });

  test('a share of them, the same ones for the same seed', () => {
    const pattern = (seed: number, rate: number): string => {
      const faults = new Faults([createOngoing()]);
      faults.add({ vendor, kind: 'reset', rate, seed });
      return Array.from({ length: 400 }, () => (faults.strike(vendor, 'x') ? '1' : '0')).join('');
    };
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (seed, rate) => {
        const hits = pattern(seed, rate);
        expect(pattern(seed, rate)).toBe(hits);
        const share = hits.replaceAll('0', '').length / hits.length;
        expect(Math.abs(share - rate)).toBeLessThan(0.15);
      }),
      { numRuns: 20 },
    );
    expect(pattern(1, 0.5)).not.toBe(pattern(2, 0.5));
  });

  test('a kind or a vendor that is not known is refused', () => {
    expect(() => stage.sandbox.faults.add({ vendor, kind: 'html503' })).toThrow(RangeError);
    expect(() => stage.sandbox.faults.add({ vendor: 'other', kind: 'reset' })).toThrow(RangeError);
  });
});

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
