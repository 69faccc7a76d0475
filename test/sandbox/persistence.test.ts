import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createOngoing } from '../../sandbox/ongoing/ongoing.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { callAt, order } from './warehouse-caller.ts';

let folder: string;
let stateFile: string;
const started: Sandbox[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossdock-sandbox-'));
  stateFile = join(folder, 'state.json');
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((sandbox) => sandbox.close()));
  await rm(folder, { recursive: true });
});

async function start() {
  const ongoing = createOngoing();
  const sandbox = await startSandbox({ vendors: [ongoing], stateFile });
  started.push(sandbox);
  return { ongoing, sandbox };
}

describe('the state file', () => {
  test('lets a new sandbox go on where the old one was', async () => {
    const first = await start();
    expect(first.sandbox.restored).toBe(false);
    first.ongoing.addArticle({ articleNumber: 'A1', barCode: '0701' });
    first.ongoing.addArticle({ articleNumber: 'A2' });
    const digits = '0.123456789012345678';
    const body = JSON.stringify(order()).replace('0.5', digits);
    await callAt(first.sandbox.url, 'PUT', '/orders', { body });
    first.ongoing.ship('10482', { waybills: ['W1'], parcels: ['P1'] });
    first.ongoing.addForeignOrder('77', 'other');
    await first.sandbox.close();

    const second = await start();
    expect(second.sandbox.restored).toBe(true);
    expect(second.ongoing.orders()).toEqual(first.ongoing.orders());
    expect(second.ongoing.order('10482')?.lines[1]?.quantity).toBe(digits);
    expect(second.ongoing.puts('10482')).toEqual(first.ongoing.puts('10482'));
    expect(second.ongoing.articles()).toEqual(first.ongoing.articles());
    const known = second.ongoing.orders().map((one) => one.orderId);
    const added = second.ongoing.addForeignOrder('78', null);
    expect(added.orderId).toBeGreaterThan(Math.max(...known));
  });

  test('is written soon after a change, without waiting for the end', async () => {
    const { sandbox, ongoing } = await start();
    ongoing.addArticle({ articleNumber: 'A1' });
    ongoing.addArticle({ articleNumber: 'A2' });
    await callAt(sandbox.url, 'PUT', '/orders', { body: order() });
    const stored = () => readFile(stateFile, 'utf8').catch(() => '');
    await expect.poll(stored, { interval: 20, timeout: 2_000 }).toContain('10482');
    // Changes that come by no request are told.
    ongoing.setStatus('10482', 320);
    sandbox.changed();
    await expect.poll(stored, { interval: 20, timeout: 2_000 }).toContain('"status":320');
    await expect.poll(() => readdir(folder)).toEqual(['state.json']);
  });

  test('that is broken is said in words', async () => {
    for (const text of [
      '{',
      '{"version":2,"vendors":{}}',
      '{"version":1,"vendors":{"ongoing":{}}}',
    ]) {
      await writeFile(stateFile, text);
      await expect(start()).rejects.toThrow(/state file can't be read. Delete it/);
    }
  });
});
