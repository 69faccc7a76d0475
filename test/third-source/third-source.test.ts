import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { loadConfiguration } from '../../src/connections/load.ts';
import { configurationReference } from '../../src/connections/reference.ts';
import { adapters } from '../../src/systems/registry.ts';
import { World } from '../world/world.ts';
import { jsonFile } from './jsonfile/index.ts';

/** All that it takes beside its folder. */
const withJsonFile = { ...adapters, sources: [...adapters.sources, jsonFile] };

const order = {
  id: '5001',
  status: 'new',
  changedAt: '2026-11-20T08:00:00.000Z',
  to: { name: 'Kari Nordmann', street: 'Fjellveien 7', postCode: '0880', city: 'Oslo' },
  lines: [{ article: 'TS-1', quantity: '2' }],
};

describe('a source that nobody planned for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossdock-jsonfile-'));
  const file = join(folder, 'orders.json');
  let world: World;
  beforeAll(async () => {
    writeFileSync(file, JSON.stringify([order]));
    world = await World.open({
      adapters: withJsonFile,
      source: { system: 'jsonfile', file },
    });
    world.wms.addArticle({ articleNumber: 'TS-1', articleName: 'Cap' });
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  test('brings an order to the warehouse, and its tracking back', async () => {
    const { report } = await world.importOrders();
    expect(report).toMatchObject({ read: 1, done: { started: 1 } });
    await world.until('5001', 'it is in the warehouse', ({ stage }) => stage === 'in warehouse');
    expect(world.wms.order('5001')).toMatchObject({ goodsOwnerOrderId: '5001', putCount: 1 });

    world.wms.ship('5001', { waybills: ['370000000001'] });
    await world.trackShipments();
    expect(await world.result('5001')).toMatchObject({ number: '5001', stage: 'completed' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([
      { id: '5001', status: 'sent', tracking: ['370000000001'] },
    ]);
  });

  test('is checked like any other', () => {
    const faulty = join(folder, 'crossdock.yaml');
    writeFileSync(
      faulty,
      `connections:
  nordlys:
    source: { system: jsonfiel, file: x }
    warehouse: { url: https://api.ongoingsystems.se/nord, username: u, password: p, goodsOwnerId: 1 }
    shipments: { reportAt: begun, evry: 1m }
`,
    );
    const loaded = loadConfiguration(faulty, { adapters: withJsonFile });
    expect(loaded.ok ? [] : loaded.faults.map(({ line, message }) => `${line} ${message}`)).toEqual(
      [
        '3 "jsonfiel" is not a system that orders can come from; did you mean jsonfile?',
        '5 unknown key; did you mean every?',
        expect.stringMatching(
          /^5 "begun" comes before picked; write shipped, collected or a number/,
        ),
      ],
    );
  });

  test('is in the reference', () => {
    const reference = configurationReference('connections: {}\n', withJsonFile);
    expect(reference).toContain('## A connection with A JSON file');
    expect(reference).toContain(
      '| `file` | text | required | Where it lies. Example: `/srv/orders.json` |',
    );
  });
});
