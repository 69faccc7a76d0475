import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { checkSources } from '../../src/temporal/check-sources.ts';
import { World, type WorldOptions } from '../world/world.ts';

const log = pino({ level: 'silent' });

describe('whether settings fit the store', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open({ shop: { bucket: null }, workers: false });
  });
  afterEach(async () => await world.close());

  async function checked(options: WorldOptions) {
    await world.configure(options);
    return await checkSources(world.configuration().connections, log);
  }

  test('they do, with folders by name and by id', async () => {
    const orders = { folders: ['New', '21655'], afterImport: '21656', onError: 'wms errors' };
    expect(await checked({ orders })).toEqual([{ connection: 'havna', problems: [] }]);
  });

  test.each<[string, WorldOptions]>([
    ['orders.folders', { orders: { folders: ['New', 'Nieuw'] } }],
    ['orders.cancelFolders', { orders: { cancelFolders: ['Nieuw'] } }],
    ['orders.afterImport', { orders: { afterImport: 'Nieuw' } }],
    ['orders.onError', { orders: { onError: 'Nieuw' } }],
    ['shipments.afterShipment', { shipments: { afterShipment: 'Nieuw' } }],
  ])('not where %s names a folder that isn’t there', async (key, options) => {
    const [source] = await checked(options);
    expect(source?.problems).toEqual([expect.stringContaining(`no folder “Nieuw” (${key})`)]);
    expect(source?.problems[0]).toContain('“Prepared”');
  });

  test('nothing is known of a store that can’t be reached', async () => {
    world.sandbox.faults.add({ vendor: 'orderdesk', kind: 'down' });
    const [source] = await checked({ orders: { folders: ['Nieuw'] } });
    expect(source).toMatchObject({ connection: 'havna', problems: [] });
    expect(source?.unasked).toContain('Order Desk');
  });

  test('nor of one that rejects the key, which isn’t shown', async () => {
    const { apiKey } = world.shop.options;
    world.shop.setApiKey('another');
    const [source] = await checked({});
    expect(source).toMatchObject({ problems: [], unasked: expect.stringContaining('login') });
    expect(JSON.stringify(source)).not.toContain(apiKey);
  });

  test('and nothing is asked but the store', async () => {
    world.sandbox.forget();
    await checked({});
    expect(world.sandbox.counts()).toMatchObject({ orderdesk: { 'GET /store': 1 } });
  });
});

test('24SevenOffice has no folders to ask for', async () => {
  const world = await World.open({ workers: false });
  try {
    expect(await checkSources(world.configuration().connections, log)).toEqual([]);
  } finally {
    await world.close();
  }
});
