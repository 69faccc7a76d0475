import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { seedShop } from '../../../sandbox/demonstration/seeds/shop.ts';
import { type Stage, stageStore } from './store-caller.ts';

let folder: string;
let stateFile: string;
const started: Stage[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossdock-orderdesk-'));
  stateFile = join(folder, 'state.json');
});
afterEach(async () => {
  await Promise.all(started.splice(0).map(({ sandbox }) => sandbox.close()));
  await rm(folder, { recursive: true });
});

async function start(): Promise<Stage> {
  const stage = await stageStore({}, stateFile);
  started.push(stage);
  return stage;
}

test('a new sandbox goes on where the old one was', async () => {
  const first = await start();
  const [id = ''] = seedShop(first.shop, { orders: 5, items: 4, seed: 1 }).orders;
  await first.call('POST', `/orders/${id}/shipments`, { body: { tracking_number: 'T1' } });
  await first.call('POST', `/orders/${id}/order-history`, { body: { note: 'x' } });
  const move = { order_id_list: [Number(id)], destination_folder_name: 'Closed' };
  await first.call('POST', '/move-orders', { body: move });
  await first.call('DELETE', `/orders/${id}`);
  first.shop.renameFolder('Prepared', 'Sent on');
  const wire = (await first.get(`/orders/${id}`)).json;
  await first.sandbox.close();

  const second = await start();
  expect(second.sandbox.restored).toBe(true);
  expect(second.shop.orders()).toEqual(first.shop.orders());
  expect(second.shop.inventoryItems()).toEqual(first.shop.inventoryItems());
  expect(second.shop.moves(id)).toEqual(first.shop.moves(id));
  expect(second.shop.folders()).toEqual(first.shop.folders());
  expect(second.shop.refusedWrites()).toHaveLength(1);
  expect((await second.get(`/orders/${id}`)).json).toEqual(wire);
  const known = second.shop.orders().map((order) => Number(order.id));
  expect(Number(second.shop.addOrder({}).id)).toBeGreaterThan(Math.max(...known));
});

test('a state that is not one is said in words', async () => {
  await writeFile(stateFile, '{"version":1,"vendors":{"orderdesk":{"orders":[]}}}');
  await expect(start()).rejects.toThrow(/state file can't be read/);
});
