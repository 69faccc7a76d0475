import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { connectionWorkflowId } from '../../src/domain/names.ts';
import { World } from '../world/world.ts';
import { addProducts, articleDifferences, articlePuts, callsOf } from './catalogue.ts';

describe('the article registry', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ articles: { extraFields: { InPrice: 'purchasePrice' } } });
  });
  afterAll(async () => await world.close());

  /** One run, with what it called. */
  const run = async (full = false) => {
    world.sandbox.forget();
    return await world.sync('articles', full);
  };
  const body = (number: string): unknown => world.wms.article(number)?.body;

  test('brings the whole catalogue at first, each article once', async () => {
    addProducts(world, 250);
    const { report } = await run();
    expect(report).toMatchObject({ read: 250, done: { created: 250 }, failedCount: 0, pages: 3 });
    expect(articlePuts(world)).toBe(250);
    expect(articleDifferences(world)).toEqual([]);
  });

  test('fills the fields of the brief and further ones', async () => {
    const { Id } = world.erp.addProduct({
      No: 'BR-1',
      Name: 'Lamp',
      Description: 'A lamp for the desk',
      EAN1: '0700000000017',
      Weight: '1.250',
      InPrice: '99.50',
    });
    await run();
    expect(body('BR-1')).toMatchObject({
      productCode: Id,
      articleNumber: 'BR-1',
      articleName: 'Lamp',
      description: 'A lamp for the desk',
      barCodeInfo: { barCode: '0700000000017' },
      weight: 1.25,
      purchasePrice: 99.5,
    });
  });

  test('writes nothing and asks once where nothing changed', async () => {
    const { report } = await run();
    expect(report).toMatchObject({ read: 0, done: {} });
    expect(world.sandbox.counts()).toEqual({ '24sevenoffice': { GetProducts: 1 } });
  });

  test('writes only what differs, also when it compares everything', async () => {
    const [first] = world.erp.products();
    world.erp.editProduct(first!.Id, { Name: 'Another name' });
    const { report } = await run(true);
    expect(report.done).toEqual({ updated: 1, unchanged: 250 });
    expect(articlePuts(world)).toBe(1);
    expect(body(first!.No!)).toMatchObject({ articleName: 'Another name' });
  });

  test('leaves members alone that it doesn’t own', async () => {
    const number = 'A-00002';
    const product = world.erp.products().find(({ No }) => No === number)!;
    const { statusCode } = await request(`${world.sandbox.url}/ongoing/nord/api/v1/articles`, {
      method: 'PUT',
      headers: {
        authorization: `Basic ${Buffer.from('sandbox:sandbox').toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        goodsOwnerId: 101,
        articleNumber: number,
        productCode: product.Id,
        stockLimit: 7,
        barCodeInfo: { barCode: product.EAN1, barCodePackage: '123' },
      }),
    });
    expect(statusCode).toBe(200);
    world.erp.editProduct(product.Id, { EAN1: '7099999999999' });
    await run();
    expect(body(number)).toMatchObject({
      stockLimit: 7,
      barCodeInfo: { barCode: '7099999999999', barCodePackage: '123' },
    });
  });

  test('pays no PUT for the echo of a stock that was written', async () => {
    const [, , third] = world.erp.products();
    world.wms.setStock(third!.No!, '12');
    await world.syncStock();
    expect(world.erp.product(third!.Id)?.Stock).toBe('12');
    const { report } = await run();
    expect(report).toMatchObject({ read: 0 });
    expect(world.sandbox.counts()).toEqual({ '24sevenoffice': { GetProducts: 1 } });
    world.forgetCursors();
    await run();
    expect(articlePuts(world)).toBe(0);
  });

  test('writes a product whose number changed by the article’s id, never as a second article', async () => {
    const product = world.erp.products().find(({ No }) => No === 'A-00010')!;
    const before = world.wms.article('A-00010')!;
    const count = world.wms.articles().length;
    world.erp.editProduct(product.Id, { No: 'B-00010' });
    const { report } = await run();
    expect(report.done).toEqual({ updated: 1 });
    expect(callsOf(world, 'ongoing', 'PUT /articles/{articleSystemId}')).toBe(1);
    expect(callsOf(world, 'ongoing', 'PUT /articles')).toBe(0);
    expect(world.wms.articles()).toHaveLength(count);
    expect(world.wms.article('B-00010')?.articleSystemId).toBe(before.articleSystemId);
    expect(world.wms.article('A-00010')).toBeUndefined();
  });

  test('skips what can’t be an article: counted, with its reason and by name', async () => {
    const nameless = world.erp.addProduct({ Name: 'Without number' });
    const twin = world.erp.addProduct({ No: 'A-00020', Name: 'Twin' });
    world.erp.addProduct({ No: 'OLD-1', Name: 'Expired', StatusId: '0' });
    const count = world.wms.articles().length;
    const { report } = await run();
    expect(report.skipped).toEqual({
      'no article number': 1,
      'number used twice': 1,
      expired: 1,
    });
    expect(report.skippedNames['no article number']).toEqual([
      expect.stringContaining(nameless.Id),
    ]);
    expect(report.skippedNames['number used twice']).toEqual([
      expect.stringMatching(/^A-00020: .* already belongs to product \d+ /),
    ]);
    expect(report.skippedNames['expired']).toEqual(['OLD-1']);
    expect(world.wms.articles()).toHaveLength(count);
    expect(world.wms.article('A-00020')?.productCode).not.toBe(twin.Id);
    expect(articlePuts(world)).toBe(0);
  });

  test('goes on writing an expired product that the warehouse has', async () => {
    const product = world.erp.products().find(({ No }) => No === 'A-00030')!;
    world.erp.editProduct(product.Id, { StatusId: '0', Name: 'Last ones' });
    const { report } = await run();
    expect(report.done).toEqual({ updated: 1 });
    expect(body('A-00030')).toMatchObject({ articleName: 'Last ones' });
  });

  test('counts a report’s reasons, not its products, however many they are', async () => {
    for (let index = 0; index < 120; index += 1) world.erp.addProduct({ Name: `Nothing ${index}` });
    const { report } = await run();
    expect(report.skipped).toEqual({ 'no article number': 120 });
    expect(report.skippedNames['no article number']).toHaveLength(20);
  });

  test('tells a failed run on the connection’s page', async () => {
    world.erp.rejectLogins(true);
    world.erp.expireSessions();
    await expect(world.sync('articles')).rejects.toThrow();
    const page = world.access.client.workflow.getHandle(connectionWorkflowId(world.connection));
    expect(await page.query('status')).toMatchObject({ failing: [{ process: 'articles' }] });
    world.erp.rejectLogins(false);
  });
});
