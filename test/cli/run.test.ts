import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { addProducts } from '../registry/catalogue.ts';
import { eventually } from '../world/eventually.ts';
import { Site } from './site.ts';

interface Told {
  readonly connections: readonly {
    readonly connection: string;
    readonly trouble?: { readonly failing: readonly { readonly process: string }[] };
    readonly processes: readonly {
      readonly process: string;
      readonly paused: boolean;
      readonly nextRunAt?: string;
      readonly lastRun?: { readonly outcome: string; readonly report?: { readonly read: number } };
    }[];
  }[];
}

describe('run and status as a user types them', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
    // Nothing in stock on either side: the first run of the stock has nothing to empty.
    addProducts(site, 60, '0');
  });
  afterAll(async () => await site.close());

  const told = async (): Promise<Told> =>
    JSON.parse((await site.run('status', '--json')).stdout) as Told;
  const process = async (name: string) =>
    (await told()).connections[0]?.processes.find((one) => one.process === name);

  test('before `apply` both say what to do first', async () => {
    const run = await site.run('run', 'nordlys', 'articles');
    expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('crossdock apply') });
    const status = await site.run('status');
    expect(status).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('nothing is scheduled; run `crossdock apply`'),
    });
  });

  test('the schedule’s own first run takes everything, and status tells of it', async () => {
    await site.run('apply');
    const idle = await site.run('status');
    expect(idle.stdout).toContain('is `crossdock worker` running?');
    void site.start('worker');
    const articles = await eventually(
      async () => {
        const one = await process('articles');
        return one?.lastRun?.outcome === 'completed' && one;
      },
      { what: 'the first run of the articles', withinMs: 60_000 },
    );
    expect(articles).toMatchObject({ paused: false, lastRun: { report: { read: 60 } } });
    expect(Date.parse(articles.nextRunAt ?? '')).toBeGreaterThan(Date.now());
    expect(await process('suppliers')).toMatchObject({ paused: true });
    const { stdout } = await site.run('status');
    expect(stdout).toMatch(/articles: last run \S+Z, completed; next run \S+Z/);
    expect(stdout).toContain('Articles: 60 read, 60 created, 0 skipped, 0 failed.');
    expect(stdout).toMatch(/suppliers: has not run yet; paused \(switched off in the conf/);
  }, 90_000);

  test('run waits and prints the report of what changed', async () => {
    site.erp.addProduct({ No: 'NEW-1', Name: 'New' });
    const { Id } = site.erp.addProduct({ Name: 'Without a number' });
    const { exitCode, stdout, stderr } = await site.run('run', 'nordlys', 'articles');
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      'Articles: 2 read, 1 created, 1 skipped, 0 failed.',
      expect.stringMatching(`  skipped, no article number: 1 \\(Product ${Id} .*\\)`),
    ]);
    expect(exitCode).toBe(0);
    expect(site.wms.article('NEW-1')).toBeDefined();
  });

  test('run --full compares everything and changes only what differs', async () => {
    site.sandbox.forget();
    const { exitCode, stdout } = await site.run('run', 'nordlys', 'articles', '--full', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      report: { read: 62, done: { unchanged: 61 }, skipped: { 'no article number': 1 } },
    });
    expect(site.sandbox.counts()['ongoing']).not.toHaveProperty('PUT /articles');
  });

  test('the next run goes on where the last one of the schedule ended', async () => {
    const { stdout } = await site.run('run', 'nordlys', 'articles');
    expect(stdout).toBe('Articles: 0 read, 0 skipped, 0 failed.');
  });

  test('a run that fails says why, and ends with 1; status names it', async () => {
    await eventually(async () => (await process('stock'))?.lastRun?.outcome === 'completed', {
      what: 'the first run of the stock',
    });
    for (const { Id, No = '' } of site.erp.products()) {
      if (!No.startsWith('A-')) continue;
      site.erp.editProduct(Id, { Stock: '5' });
      site.wms.setStock(No, '0');
    }
    const { exitCode, stdout, stderr } = await site.run('run', 'nordlys', 'stock');
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('nordlys:stock failed: It would set 60 of 6');
    const status = await eventually(async () => {
      const { stdout } = await site.run('status');
      return stdout.includes('stock failed once since') && stdout;
    });
    expect(status).toMatch(/stock: last run \S+Z, failed; next run/);
  }, 120_000);

  test.each([
    [['nordlys', 'everything'], 'nordlys has no process everything; it has orders,'],
    [['other', 'articles'], 'no connection other in the configuration; it has nordlys.'],
  ])('%j is refused with what there is', async (args, words) => {
    const { exitCode, stderr } = await site.run('run', ...args);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(words) as string,
    });
  });
});
