import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { connectionWorkflowId } from '../../src/domain/names.ts';
import { eventually } from '../world/eventually.ts';
import { place, stock, type Goods } from '../world/goods.ts';
import { World } from '../world/world.ts';
import { addProducts, callsOf, stockWrites } from './catalogue.ts';

const hour = 3_600_000;

let world: World;
afterEach(async () => await world.close());

/** One run, with what it called. */
async function run(full = false) {
  world.sandbox.forget();
  return await world.syncStock(full);
}

const stockOf = (id: string) => world.erp.product(id)?.Stock;

/** Products that both ends know, and that nothing has happened to for two days. */
async function withArticles(count: number, at: string) {
  let aheadMs = -48 * hour;
  const now = () => Date.now() + aheadMs;
  world = await World.open({ erp: { now: () => new Date(now()) }, wms: { now } });
  const ids = addProducts(world, count, at);
  for (const { Id, No = '' } of world.erp.products()) {
    world.wms.addArticle({ articleNumber: No, productCode: Id });
    world.wms.setStock(No, at);
  }
  aheadMs = 0;
  return ids;
}

/** The last run lies so far back, as far as its cursor says. */
function age(ms: number): void {
  const { warehouse } = world.stockCursor!;
  const earlier = (instant: unknown) => new Date(Date.parse(String(instant)) - ms).toISOString();
  world.stockCursor = {
    ...world.stockCursor!,
    warehouse: {
      ...warehouse,
      from: earlier(warehouse!['from']),
      sweptAt: earlier(warehouse!['sweptAt']),
    },
  };
}

describe('what is written', () => {
  test('only where the two differ, by value', async () => {
    const [first, second, third] = await withArticles(3, '4');
    world.erp.editProduct(first!, { Stock: '4.0000' });
    world.wms.setStock('A-00002', '4.5');
    world.erp.editProduct(third!, { Stock: '9' });
    const { report } = await run();
    expect(report.done).toMatchObject({ equal: 1, written: 2 });
    expect(stockWrites(world)).toBe(2);
    expect([first, second, third].map((id) => stockOf(id!))).toEqual(['4.0000', '4.5', '4']);
    const again = await run();
    expect(again.report.done['written']).toBeUndefined();
    expect(stockWrites(world)).toBe(0);
  });

  test('only where the ERP controls the stock, and knows the product', async () => {
    const [first] = await withArticles(1, '4');
    world.erp.editProduct(first!, { StockControlled: false });
    world.wms.setStock('A-00001', '7');
    world.wms.addArticle({ articleNumber: 'THEIRS' });
    world.wms.addArticle({ articleNumber: 'GONE', productCode: '999999' });
    const { report } = await run();
    expect(report.skipped).toEqual({
      'not stock-controlled': 1,
      'not from this source': 1,
      'not at the source': 1,
    });
    expect(stockWrites(world)).toBe(0);
  });

  test('a negative quantity counts as zero, and is counted', async () => {
    const [first] = await withArticles(1, '4');
    world.wms.setStock('A-00001', '-3');
    const { report } = await run();
    expect(report.done).toMatchObject({ 'negative, counted as zero': 1, written: 1 });
    expect(stockOf(first!)).toBe('0');
  });

  test.each([
    ['physical', '10'],
    ['sellable', '4'],
  ])('%s: the figure that is asked for', async (quantity, wanted) => {
    world = await World.open({ stock: { quantity } });
    const goods = stock(world);
    world.wms.setStock('TS-1', '10');
    place(world, goods, { InvoiceRows: [{ ProductId: goods.products[0]!, Quantity: '6' }] });
    await world.importOrders();
    await eventually(() => world.wms.orders().length === 1);
    await run();
    expect(stockOf(goods.products[0]!)).toBe(wanted);
  });
});

describe('what is compared', () => {
  test('articles that changed at the warehouse, and nothing else', async () => {
    const ids = await withArticles(300, '4');
    expect((await run()).report).toMatchObject({ read: 300, done: { equal: 300 } });
    world.wms.setStock('A-00007', '5');
    const { report } = await run();
    expect(report).toMatchObject({ read: 1, done: { written: 1 } });
    expect(stockOf(ids[6]!)).toBe('5');
    expect(callsOf(world, 'ongoing', 'GET /articles')).toBe(1);
  });

  test('costs three calls where nothing happened', async () => {
    await withArticles(300, '4');
    await run();
    const { report } = await run();
    expect(report).toMatchObject({ read: 0, done: {} });
    expect(world.sandbox.counts()).toEqual({
      '24sevenoffice': { GetProducts: 1 },
      ongoing: { 'GET /articles': 1, 'GET /orders': 1 },
    });
  });

  test('products that somebody set at the ERP, also right after another change', async () => {
    const [first] = await withArticles(2, '4');
    await run();
    world.erp.editProduct(first!, { Name: 'Renamed', Stock: '50' });
    expect((await run()).report.done).toMatchObject({ written: 1 });
    world.erp.editProduct(first!, { Stock: '60' });
    expect((await run()).report.done).toMatchObject({ written: 1 });
    expect(stockOf(first!)).toBe('4');
  });

  test('everything once a day, and when too much time has passed for the vendor', async () => {
    const ids = await withArticles(3, '4');
    await run();
    // Nobody tells of it: neither feed would bring it.
    world.erp.editProduct(ids[0]!, { Stock: '8', DateChanged: '2020-01-01T00:00:00Z' });
    expect((await run()).report.done['written']).toBeUndefined();
    age(25 * hour);
    const { report } = await run();
    expect(report.done).toMatchObject({ written: 1 });
    expect(stockOf(ids[0]!)).toBe('4');
    const refused = world.sandbox
      .requests({ vendor: 'ongoing' })
      .filter((one) => one.status !== 200);
    expect(refused).toEqual([]);
  });

  test('everything when it is asked for', async () => {
    const ids = await withArticles(3, '4');
    await run();
    world.erp.editProduct(ids[0]!, { Stock: '8', DateChanged: '2020-01-01T00:00:00Z' });
    expect((await run(true)).report.done).toMatchObject({ written: 1 });
  });
});

describe('orders on their way', () => {
  let goods: Goods;
  beforeEach(async () => {
    world = await World.open();
    goods = stock(world);
    for (const [index, id] of goods.products.entries()) {
      world.wms.setStock(`TS-${index + 1}`, '10');
      world.erp.editProduct(id, { Stock: '10' });
    }
    await run();
  });

  /** An order of three of the first product that the warehouse has. */
  async function atWarehouse(): Promise<string> {
    const id = place(world, goods, {
      InvoiceRows: [{ ProductId: goods.products[0]!, Quantity: '3' }],
    });
    await world.importOrders();
    await world.until(id, 'the order is in the warehouse', ({ stage }) => stage === 'in warehouse');
    return id;
  }

  test('hold their products while the goods have left the matcher and the ERP isn’t told', async () => {
    const id = await atWarehouse();
    world.wms.setStatus(id, 400);
    world.wms.setStock('TS-1', '7');
    const { report } = await run();
    expect(report.skipped).toMatchObject({ 'held: an order that isn’t reported yet': 1 });
    expect(stockWrites(world)).toBe(0);

    world.wms.ship(id, {});
    await world.trackShipments();
    await world.result(id);
    const after = world.wms.article('TS-1')!.numberOfItems;
    const done = await eventually(async () => {
      const { report } = await run();
      return report.skipped['held: an order that isn’t reported yet'] === undefined && report;
    });
    expect(done.failedCount).toBe(0);
    expect(stockOf(goods.products[0]!)).toBe(after);
  });

  test('name a product that was held four times', async () => {
    const id = await atWarehouse();
    world.wms.setStatus(id, 400);
    const runs = [await run(), await run(), await run(), await run()];
    expect(runs.map(({ report }) => report.failedCount)).toEqual([0, 0, 0, 1]);
    expect(runs.at(-1)?.report.failed).toEqual([
      {
        name: `Product ${goods.products[0]}`,
        why: expect.stringContaining('Held 4 times') as string,
      },
    ]);
  });

  test('are compared again once they are reported', async () => {
    const id = await atWarehouse();
    world.wms.ship(id, {});
    await world.trackShipments();
    await world.result(id);
    // The ERP takes goods off itself, by its own reckoning, and says nothing of it in its feed.
    world.erp.editProduct(goods.products[0]!, {
      Stock: '99',
      DateChanged: '2020-01-01T00:00:00Z',
    });
    const before = world.stockCursor!;
    await eventually(async () => {
      world.stockCursor = { ...before, warehouse: { ...before.warehouse, from: soon() } };
      await run();
      return stockOf(goods.products[0]!) !== '99';
    });
    expect(stockOf(goods.products[0]!)).toBe(world.wms.article('TS-1')?.numberOfItems);
  });

  test('let go of a product whose order ended in another way', async () => {
    const id = await atWarehouse();
    world.wms.setStatus(id, 400);
    world.wms.setStock('TS-1', '7');
    await run();
    await world.ask(id, 'release', { reason: 'sent by hand' });
    await world.result(id);
    const before = world.stockCursor!;
    world.stockCursor = { ...before, warehouse: { ...before.warehouse, from: soon() } };
    await run();
    expect(stockOf(goods.products[0]!)).toBe('7');
  });
});

/** No stock has changed after this. */
const soon = (): string => new Date(Date.now() + 60_000).toISOString();

describe('what is never written', () => {
  test('a quantity that the ERP has got meanwhile', async () => {
    const [first] = await withArticles(1, '4');
    world.wms.setStock('A-00001', '5');
    // The second reading of the product, just before the write, is answered late.
    let reads = 0;
    const handle = world.erp.handle.bind(world.erp);
    Object.assign(world.erp, {
      handle: (request: Parameters<typeof handle>[0]) => {
        if (
          world.erp.operationOf(request) === 'GetProducts' &&
          request.body.includes('ProductIds')
        ) {
          reads += 1;
          if (reads === 2) world.erp.editProduct(first!, { Stock: '5' });
        }
        return handle(request);
      },
    });
    const { report } = await run();
    expect(reads).toBeGreaterThanOrEqual(2);
    expect(report.done).toMatchObject({ 'equal by now': 1 });
    expect(stockWrites(world)).toBe(0);
  });

  test('anything from a reading that failed', async () => {
    await withArticles(600, '4');
    for (const { No = '' } of world.erp.products().slice(0, 20)) world.wms.setStock(No, '5');
    // The first page is read, and one of those after it isn't.
    world.wms.addArticle({ articleNumber: 'LAST' });
    let pages = 0;
    const handle = world.wms.handle.bind(world.wms);
    Object.assign(world.wms, {
      handle: (request: Parameters<typeof handle>[0]) => {
        if (request.query.has('articleSystemIdFrom')) {
          pages += 1;
          return { status: 403, headers: {}, body: '' };
        }
        return handle(request);
      },
    });
    await expect(run()).rejects.toThrow();
    expect(pages).toBeGreaterThan(0);
    expect(stockWrites(world)).toBe(0);
  });

  test('a mass of zeros: it is told on the connection’s page', async () => {
    await withArticles(100, '4');
    for (const { No = '' } of world.erp.products().slice(0, 51)) world.wms.setStock(No, '0');
    world.wms.setStock('A-00100', '9');
    await expect(run()).rejects.toMatchObject({
      cause: { message: expect.stringContaining('51 of 100 products (51 %) to zero') as string },
    });
    expect(stockWrites(world)).toBe(0);
    const page = world.access.client.workflow.getHandle(connectionWorkflowId(world.connection));
    expect(await page.query('status')).toMatchObject({
      failing: [{ process: 'stock', text: expect.stringContaining('maxShareToZero') as string }],
    });
  });

  test.each([
    ['50 of 100: not more than 50', 100, 50],
    ['60 of 400: not more than 20 %', 400, 60],
  ])('%s are written', async (_what, count, empty) => {
    await withArticles(count, '4');
    for (const { No = '' } of world.erp.products().slice(0, empty)) world.wms.setStock(No, '0');
    const { report } = await run();
    expect(report.done).toMatchObject({ written: empty });
  });
});
