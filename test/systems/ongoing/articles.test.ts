import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Article } from '../../../src/domain/article.ts';
import { existingShirt, hold, tableShirt } from './articles-at-tiny.ts';
import { firstLine, salesOrder } from './sales-order.ts';
import { json, openTinyWarehouse, type TinyWarehouse } from './tiny-warehouse.ts';
import { aCall } from '../a-call.ts';

let tiny: TinyWarehouse;

beforeEach(async () => {
  tiny = await openTinyWarehouse();
});
afterEach(async () => await tiny.close());

const shirt = tableShirt;
const held = existingShirt;
const holding = (...articles: readonly ReturnType<typeof existingShirt>[]) => hold(tiny, articles);

const writes = () => tiny.received.filter(({ method }) => method === 'PUT');
const put = async (...articles: Article[]) => await tiny.warehouse.putArticles(articles, aCall());

describe('putting articles', () => {
  test('writes a new one, with every row of the article table in its place', async () => {
    holding();
    expect(await put(shirt)).toEqual([]);
    expect(writes().map(({ body }) => body)).toEqual([
      '{"goodsOwnerId":101,"articleNumber":"TS-RED-M","productCode":"4711","articleName":"T-shirt","description":"Red, M","barCodeInfo":{"barCode":"07090000000017"},"weight":0.250}',
    ]);
  });

  test('knows its number afterwards, so that the order needs no look-up', async () => {
    holding();
    await put(shirt);
    tiny.received.length = 0;
    expect(
      await tiny.warehouse.put({ ...salesOrder, lines: [firstLine] }, {}, aCall()),
    ).toMatchObject({ kind: 'accepted' });
    expect(tiny.received.map(({ method }) => method)).toEqual(['PUT']);
    expect(tiny.received[0]?.body).toContain('"articleNumber":"TS-RED-M"');
  });

  test.each([
    ['unchanged', held({}), 0],
    ['with another name', held({ articleName: 'Shirt' }), 1],
    ['with another weight', held({ weight: 0.3 }), 1],
    ['without a product code', held({ productCode: '' }), 1],
  ])('writes one that is there %s only where it must', async (_what, article, count) => {
    holding(article);
    expect(await put(shirt)).toEqual([]);
    expect(writes()).toHaveLength(count);
  });

  test('never turns one product into another', async () => {
    holding(held({ productCode: '9999' }));
    expect(await put(shirt)).toMatchObject([
      {
        field: 'Product 4711 (TS-RED-M)',
        problem: 'Its number TS-RED-M already belongs to product 9999 in Ongoing WMS.',
      },
    ]);
    expect(writes()).toEqual([]);
  });

  test('nor takes the second of two products with one number', async () => {
    holding();
    expect(await put(shirt, { ...shirt, productCode: '4712' })).toMatchObject([
      { field: 'Product 4712 (TS-RED-M)' },
    ]);
    expect(writes()).toHaveLength(1);
  });

  test('nor makes a second article of a product that got another number', async () => {
    holding(held({ articleNumber: 'OLD-1' }));
    expect(await put(shirt)).toEqual([]);
    expect(writes().map(({ path }) => path)).toEqual(['/nord/api/v1/articles/12']);
  });

  test('goes on after one that is refused', async () => {
    holding();
    const filter = tiny.answer;
    tiny.answer = (request) =>
      request.method === 'PUT' && request.body.includes('TS-RED-M')
        ? json({ message: 'Bar code <b>07090000000017</b> is used by 22333444.' }, 400)
        : filter(request);
    const faults = await put(shirt, { productCode: '1', articleNumber: 'ONE' });
    expect(faults.map(({ problem }) => problem)).toEqual([
      'Ongoing WMS refuses the article: “Bar code 07090000000017 is used by •••.”.',
    ]);
    expect(writes()).toHaveLength(2);
  });

  test.each([
    [{ articleNumber: 'x'.repeat(101) }, 'takes 100'],
    [{ name: 'x'.repeat(201) }, 'takes 200'],
    [{ weightKg: 'heavy' }, 'isn’t a number'],
  ])('refuses what can’t be written: %j', async (changed, problem) => {
    holding();
    const faults = await put({ ...shirt, ...changed });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.problem).toContain(problem);
    expect(writes()).toEqual([]);
  });

  test('joins the look-ups of many', async () => {
    holding();
    const many = Array.from({ length: 30 }, (_, index) => ({
      productCode: `P${index}`,
      articleNumber: `N${index}`,
    }));
    expect(await put(...many)).toEqual([]);
    expect(tiny.received.filter(({ method }) => method === 'GET')).toHaveLength(2);
  });
});
