import { dirname } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { World } from '../world/world.ts';
import { type Ended, runCommand } from './command.ts';

describe('crossdock apply with an Order Desk store', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ shop: { bucket: null }, workers: false });
  });
  afterAll(async () => await world.close());

  async function apply(...more: string[]): Promise<Ended> {
    const { address, namespace } = world.access;
    return await runCommand(['apply', '--config', world.file, ...more], {
      cwd: dirname(world.file),
      env: { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace },
    });
  }

  test('ends with 0 where its folders are there', async () => {
    await world.configure({});
    expect(await apply()).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('names a folder that isn’t, and ends with 1', async () => {
    await world.configure({ orders: { afterImport: 'Preparde' } });
    const { exitCode, stderr } = await apply();
    expect(exitCode).toBe(1);
    expect(stderr).toContain('connections.havna: Order Desk has no folder “Preparde”');
    expect(stderr).toContain('“Prepared”');
  });

  test('notes that the store can’t be asked, and applies the rest', async () => {
    await world.configure({});
    world.sandbox.faults.add({ vendor: 'orderdesk', kind: 'down' });
    const { exitCode, stdout } = await apply('--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      failed: [],
      notices: [{ path: 'connections.havna.source', message: expect.stringContaining('folders') }],
    });
    world.sandbox.faults.clear();
  });
});
