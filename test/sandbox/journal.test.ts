import { afterEach, describe, expect, test } from 'vitest';

import { Journal } from '../../sandbox/journal.ts';
import { largestBody, startSandbox } from '../../sandbox/server.ts';
import type { SandboxVendor } from '../../sandbox/vendor.ts';
import { callAt, goodsOwnerId, order, type Stage, stageWarehouse } from './warehouse-caller.ts';

let stage: Stage;
afterEach(() => stage.sandbox.close());

describe('what the sandbox received', () => {
  test('requests, with what became of them, and counts', async () => {
    stage = await stageWarehouse();
    stage.sandbox.faults.add({ vendor: 'ongoing', operation: 'PUT*', kind: 'lost', times: 1 });
    await expect(stage.put()).rejects.toThrow();
    await stage.put();
    await stage.call('GET', '/orders', { query: { goodsOwnerId } });
    await stage.call('GET', `/orders/${stage.ongoing.order('10482')?.orderId}`);
    const { sandbox } = stage;
    expect(sandbox.requests({ operation: 'PUT /orders' })).toMatchObject([
      { fault: 'lost', handled: true, lane: 'nord/101' },
      { status: 200, handled: true, body: JSON.stringify(order()) },
    ]);
    expect(sandbox.requests({ operation: 'PUT /orders' })[0]).not.toHaveProperty('status');
    expect(sandbox.requests({ vendor: 'ongoing', operation: 'GET*' })).toHaveLength(2);
    expect(sandbox.requests({ vendor: 'other' })).toEqual([]);
    expect(sandbox.counts()).toEqual({
      ongoing: { 'PUT /orders': 2, 'GET /orders': 1, 'GET /orders/{orderId}': 1 },
    });
    sandbox.forget();
    expect([sandbox.requests(), sandbox.counts()]).toEqual([[], {}]);
  });

  test('how many requests of one goods owner were worked on at once', async () => {
    stage = await stageWarehouse();
    for (const number of ['1', '2', '3']) await stage.put({ orderNumber: number });
    expect(stage.sandbox.mostAtOnce()).toEqual({ 'ongoing/nord/101': 1 });
    stage.sandbox.faults.add({ vendor: 'ongoing', kind: 'slow', ms: 30 });
    await Promise.all(['1', '2', '3'].map((orderNumber) => stage.put({ orderNumber })));
    expect(stage.sandbox.mostAtOnce()).toEqual({ 'ongoing/nord/101': 3 });
  });

  test('a cut-off request no longer counts as worked on', async () => {
    stage = await stageWarehouse();
    for (const kind of ['lost', 'reset']) {
      stage.sandbox.faults.add({ vendor: 'ongoing', kind, times: 1 });
      await expect(stage.put()).rejects.toThrow();
    }
    await stage.put();
    expect(stage.sandbox.mostAtOnce()).toEqual({ 'ongoing/nord/101': 1 });
  });

  test('the ring holds the newest 20,000; the counts hold all', async () => {
    stage = await stageWarehouse();
    const journal = new Journal();
    for (let ms = 0; ms < 45_000; ms += 1)
      journal.add({ vendor: 'v', operation: 'o', at: '', ms, handled: true, body: '<Password>x<' });
    expect(journal.requests()).toHaveLength(20_000);
    expect(journal.requests().at(0)?.ms).toBe(25_000);
    expect(journal.requests().at(-1)).toMatchObject({ ms: 44_999, body: '<Password>***<' });
    expect(journal.requests().at(0)?.body).toBe('');
    expect(journal.counts()).toEqual({ v: { o: 45_000 } });
  });
});

describe('the server', () => {
  test('tells the time by the clock of the vendor', async () => {
    stage = await stageWarehouse({ now: () => Date.parse('2026-03-29T01:00:00.500Z') });
    const answer = await stage.call('GET', '/orders/statuses');
    expect(answer.headers['date']).toBe('Sun, 29 Mar 2026 01:00:00 GMT');
  });

  test('refuses bodies without end', async () => {
    stage = await stageWarehouse();
    const body = 'x'.repeat(largestBody + 1);
    const outcome = await stage.call('PUT', '/orders', { body }).then(
      (answer) => answer.status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(outcome);
    expect(stage.sandbox.requests()).toMatchObject([{ status: 413, body: '' }]);
  });

  test('survives a vendor that throws and a path that can not be decoded', async () => {
    stage = await stageWarehouse();
    const lines: string[] = [];
    const broken: SandboxVendor = {
      ...stage.ongoing,
      handle: () => {
        throw new Error('bug');
      },
    };
    const sandbox = await startSandbox({ vendors: [broken], log: (line) => lines.push(line) });
    expect((await callAt(sandbox.url, 'GET', '/orders/statuses')).status).toBe(500);
    expect(lines.join()).toMatch(/GET \/orders\/statuses failed: Error: bug/);
    expect((await callAt(sandbox.url, 'GET', '/%E0%A4%A')).status).toBe(500);
    expect((await callAt(sandbox.url, 'GET', '/orders/statuses')).status).toBe(500);
    await sandbox.close();
  });
});
