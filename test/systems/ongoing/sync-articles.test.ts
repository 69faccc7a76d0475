import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Article, WantedArticle } from '../../../src/domain/article.ts';
import { existingShirt, hold, tableShirt } from './articles-at-tiny.ts';
import { firstLine, salesOrder } from './sales-order.ts';
import { json, openTinyWarehouse, type TinyWarehouse } from './tiny-warehouse.ts';
import { aCall } from '../a-call.ts';
import { lost } from '../stub-server.ts';

let tiny: TinyWarehouse;

beforeEach(async () => {
  tiny = await openTinyWarehouse();
});
afterEach(async () => await tiny.close());

/** Every row of the article table and of the supplier table. */
const shirt: Article = {
  ...tableShirt,
  supplier: {
    number: '77',
    name: 'Garn & Tråd AS',
    address: 'Veien 1',
    postCode: '0150',
    city: 'Oslo',
    countryCode: 'NO',
  },
  customsNumber: '6109',
  extra: { customerPrice: '199.50', 'freeValues.freeText1': 'Hylle 3', stockLimit: '4' },
};

const ourSupplier = { supplierNumber: '77', supplierName: 'Garn & Tråd AS' };
const held = (members: object = {}) =>
  existingShirt({
    supplierInfo: ourSupplier,
    statisticsNumber: '6109',
    customerPrice: 199.5,
    stockLimit: 4,
    freeValues: { freeText1: 'Hylle 3', freeText2: 'theirs' },
    inventoryInfo: { numberOfItems: 3 },
    ...members,
  });
const holding = (
  articles: readonly ReturnType<typeof held>[],
  refuses?: Parameters<typeof hold>[2],
) => hold(tiny, articles, refuses);

const writes = () => tiny.received.filter(({ method }) => method === 'PUT');
const reads = () => tiny.received.filter(({ method }) => method === 'GET');
const written = () => writes().map(({ body }) => JSON.parse(body) as Record<string, unknown>);
const sync = async (...articles: (Article | WantedArticle)[]) =>
  await tiny.warehouse.syncArticles(
    articles.map((one) => ('article' in one ? one : { article: one, onlyIfHeld: false })),
    aCall(),
  );

describe('the article table', () => {
  test.each([
    ['ProductCode', { productCode: '4711' }],
    ['ArticleNumber', { articleNumber: 'TS-RED-M' }],
    ['ArticleName', { articleName: 'T-shirt' }],
    ['ArticleDescription', { description: 'Red, M' }],
    ['BarCode', { barCodeInfo: { barCode: '07090000000017' } }],
    ['Weight', { weight: 0.25 }],
    ['StatisticsNumber', { statisticsNumber: '6109' }],
    ['SupplierNumber, SupplierName', { supplierInfo: ourSupplier }],
    [
      'Supplier ⇒ Address, PostCode, City, CountryCode',
      {
        supplierInfo: {
          advanced: {
            supplierAddress: {
              name: 'Garn & Tråd AS',
              address: 'Veien 1',
              postCode: '0150',
              city: 'Oslo',
              countryCode: 'NO',
            },
          },
        },
      },
    ],
    [
      'extra fields, by their type',
      { customerPrice: 199.5, freeValues: { freeText1: 'Hylle 3' }, stockLimit: 4 },
    ],
  ])('has %s in its place', async (_row, expected) => {
    holding([]);
    expect(await sync(shirt)).toEqual([{ kind: 'created' }]);
    expect(written()).toMatchObject([expected]);
  });

  test('keeps all digits, and says nothing of what the source doesn’t say', async () => {
    holding([]);
    await sync({ productCode: '1', articleNumber: 'ONE', weightKg: '0.1000' });
    expect(writes()[0]?.body).toBe(
      '{"goodsOwnerId":101,"articleNumber":"ONE","productCode":"1","weight":0.1000}',
    );
  });
});

describe('an article that the warehouse has', () => {
  test('costs one call where nothing differs', async () => {
    holding([held()]);
    expect(await sync(shirt)).toEqual([{ kind: 'unchanged' }]);
    expect(tiny.received.map(({ search }) => search)).toEqual([
      '?goodsOwnerId=101&productCodes=4711',
    ]);
  });

  test.each([
    ['stock, which we wrote ourselves', { inventoryInfo: { numberOfItems: 99 } }],
    ['white space', { description: 'Red,\r\nM ' }],
    ['trailing zeros', { weight: 0.25, customerPrice: 199.5 }],
    ['members of others', { barCodeInfo: { ...held().barCodeInfo, barCodePallet: '9' } }],
  ])('isn’t written for its %s', async (_what, members) => {
    holding([held(members)]);
    expect(await sync(shirt)).toEqual([{ kind: 'unchanged' }]);
    expect(writes()).toEqual([]);
  });

  test.each([
    ['name', { articleName: 'Shirt' }],
    ['description', { description: null }],
    ['bar code', { barCodeInfo: null }],
    ['weight', { weight: 0.26 }],
    ['supplier number', { supplierInfo: { supplierNumber: '78' } }],
    ['supplier name', { supplierInfo: { supplierNumber: '77', supplierName: 'Garn' } }],
    ['customs number', { statisticsNumber: '6110' }],
    ['extra decimal', { customerPrice: null }],
    ['extra text', { freeValues: null }],
  ])('is written by its number for another %s', async (_what, members) => {
    holding([held(members)]);
    expect(await sync(shirt)).toEqual([{ kind: 'updated' }]);
    expect(writes().map(({ path }) => path)).toEqual(['/nord/api/v1/articles']);
  });

  test('loses nothing that isn’t ours: equal objects stay out of the body', async () => {
    holding([held({ articleName: 'Shirt' })]);
    await sync({ ...shirt, customsNumber: undefined, extra: {} });
    expect(Object.keys(written()[0] ?? {})).toEqual([
      'goodsOwnerId',
      'articleNumber',
      'productCode',
      'articleName',
      'description',
      'weight',
    ]);
  });

  test('is written for a supplier that changed, whose address can’t be compared', async () => {
    holding([held()]);
    const wanted = { article: shirt, onlyIfHeld: true, writeSupplier: true };
    expect(await sync(wanted)).toEqual([{ kind: 'updated' }]);
    expect(written()).toMatchObject([
      { supplierInfo: { supplierNumber: '77', advanced: { supplierAddress: { city: 'Oslo' } } } },
    ]);
  });
});

describe('an article’s number', () => {
  test('that changed is written by the system id', async () => {
    holding([held({ articleNumber: 'OLD-1' })]);
    expect(await sync(shirt)).toEqual([{ kind: 'updated' }]);
    expect(writes().map(({ path }) => path)).toEqual(['/nord/api/v1/articles/12']);
    expect(written()).toMatchObject([{ articleNumber: 'TS-RED-M', productCode: '4711' }]);
  });

  test.each([
    ['another product', '9999', 'product 9999'],
    ['an article of no product', null, 'another article'],
  ])('that changed to that of %s is used twice', async (_whose, productCode, holder) => {
    holding([held({ articleNumber: 'OLD-1' }), held({ articleSystemId: 13, productCode })]);
    expect(await sync(shirt)).toMatchObject([
      {
        kind: 'skipped',
        why: 'number used twice',
        fault: {
          field: 'Product 4711 (TS-RED-M)',
          problem: `Its number TS-RED-M already belongs to ${holder} in Ongoing WMS.`,
        },
      },
    ]);
    expect(writes()).toEqual([]);
  });

  test('of a new product that another has is used twice', async () => {
    holding([held({ productCode: '9999' })]);
    expect(await sync(shirt)).toMatchObject([{ kind: 'skipped', why: 'number used twice' }]);
    expect(writes()).toEqual([]);
  });

  test('without a product is taken over', async () => {
    holding([held({ productCode: '' })]);
    expect(await sync(shirt)).toEqual([{ kind: 'updated' }]);
    expect(writes().map(({ path }) => path)).toEqual(['/nord/api/v1/articles']);
    expect(written()).toMatchObject([{ productCode: '4711', articleNumber: 'TS-RED-M' }]);
  });

  test('that two new products want goes to the first by id', async () => {
    holding([]);
    const one = { ...shirt, productCode: '900' };
    expect(await sync(shirt, one)).toMatchObject([
      { kind: 'skipped', fault: { problem: expect.stringContaining('product 900') } },
      { kind: 'created' },
    ]);
    expect(written()).toMatchObject([{ productCode: '900' }]);
  });

  test('that another gives up in the same call is free', async () => {
    holding([
      held({ articleNumber: 'A' }),
      held({ articleSystemId: 13, productCode: '4712', articleNumber: 'B' }),
    ]);
    const outcomes = await sync(
      { ...shirt, articleNumber: 'B' },
      { ...shirt, productCode: '4712', articleNumber: 'C' },
    );
    expect(outcomes).toEqual([{ kind: 'updated' }, { kind: 'updated' }]);
    expect(writes().map(({ path }) => path)).toEqual([
      '/nord/api/v1/articles/13',
      '/nord/api/v1/articles/12',
    ]);
  });

  test('is remembered for the orders', async () => {
    holding([held({ articleNumber: 'OLD-1' })]);
    await sync(shirt);
    tiny.received.length = 0;
    tiny.answer = () => json({ orderId: 1, message: '' });
    await tiny.warehouse.put({ ...salesOrder, lines: [firstLine] }, {}, aCall());
    expect(tiny.received).toHaveLength(1);
    expect(tiny.received[0]?.body).toContain('"articleNumber":"TS-RED-M"');
  });
});

describe('an article that can’t be written', () => {
  test('is skipped where it is expired and not there', async () => {
    holding([]);
    expect(await sync({ article: shirt, onlyIfHeld: true })).toEqual([
      { kind: 'skipped', why: 'expired' },
    ]);
    holding([held({ productCode: '9999' })]);
    expect(await sync({ article: shirt, onlyIfHeld: true })).toEqual([
      { kind: 'skipped', why: 'expired' },
    ]);
    holding([held({ articleName: 'Shirt' })]);
    expect(await sync({ article: shirt, onlyIfHeld: true })).toEqual([{ kind: 'updated' }]);
  });

  test('fails where several carry its product code', async () => {
    holding([held(), held({ articleSystemId: 13, articleNumber: 'TS-2' })]);
    expect(await sync(shirt)).toMatchObject([
      {
        kind: 'failed',
        faults: [
          {
            problem: 'The product stands on several articles in Ongoing WMS: TS-RED-M, TS-2.',
          },
        ],
      },
    ]);
    expect(writes()).toEqual([]);
  });

  test.each([
    [{ articleNumber: 'x'.repeat(101) }, 'takes 100'],
    [{ name: 'x'.repeat(201) }, 'takes 200'],
    [{ supplier: { number: '1', name: 'x'.repeat(201) } }, 'takes 200'],
    [{ supplier: { number: '1', name: 'x', postCode: '1'.repeat(51) } }, 'takes 50'],
    [{ weightKg: 'heavy' }, 'isn’t a number'],
    [{ extra: { customerPrice: 'dear' } }, 'isn’t a number'],
    [{ extra: { 'freeValues.freeText1': 'x'.repeat(301) } }, 'takes 300'],
    [{ extra: { colour: 'red' } }, 'has no such field on an article'],
  ])('fails before it is sent: %j', async (changed, problem) => {
    holding([]);
    const outcomes = await sync({ ...shirt, ...changed }, { productCode: '1', articleNumber: '1' });
    expect(outcomes).toMatchObject([
      { kind: 'failed', faults: [{ problem: expect.stringContaining(problem) }] },
      { kind: 'created' },
    ]);
    expect(writes()).toHaveLength(1);
  });

  test('fails with the vendor’s words, without the supplier’s; the others go on', async () => {
    holding([], ({ productCode }) =>
      productCode === '4711'
        ? json({ message: 'Supplier <b>Garn &amp; Tråd AS</b> of 4711 is locked.' }, 400)
        : undefined,
    );
    expect(await sync(shirt, { productCode: '5000', articleNumber: 'FIVE' })).toMatchObject([
      {
        kind: 'failed',
        faults: [
          {
            field: 'Product 4711 (TS-RED-M)',
            problem: 'Ongoing WMS refuses the article: “Supplier ••• of 4711 is locked.”.',
          },
        ],
      },
      { kind: 'created' },
    ]);
  });

  test('over which the vendor fails is tried once more, and holds nobody up', async () => {
    holding([], ({ productCode }) =>
      productCode === '4711' ? json({ Message: 'An error has occurred.' }, 500) : undefined,
    );
    expect(await sync(shirt, { productCode: '5000', articleNumber: 'FIVE' })).toMatchObject([
      { kind: 'failed', faults: [{ problem: expect.stringContaining('HTTP 500') }] },
      { kind: 'created' },
    ]);
    expect(writes()).toHaveLength(3);
  });

  test('ends the call where the vendor fails over every one', async () => {
    holding([], () => json({ Message: 'An error has occurred.' }, 500));
    const many = Array.from({ length: 30 }, (_, index) => ({
      productCode: String(index),
      articleNumber: `N${index}`,
    }));
    await expect(sync(...many)).rejects.toMatchObject({ decision: { kind: 'retry' } });
    expect(writes().length).toBeLessThan(15);
  });

  test('ends the call where the vendor asks for fewer calls, or its answer is lost', async () => {
    holding([], () => json({ message: 'slow down' }, 429));
    await expect(sync(shirt)).rejects.toMatchObject({ decision: { kind: 'retry' } });
    expect(writes()).toHaveLength(1);
    holding([]);
    const answer = tiny.answer;
    tiny.answer = (request) => (request.method === 'PUT' ? lost : answer(request));
    await expect(sync(shirt)).rejects.toMatchObject({ decision: { answerLost: true } });
  });

  test('whose answer made no sense was written all the same', async () => {
    let there: ReturnType<typeof held>[] = [];
    tiny.answer = ({ method }) => {
      if (method === 'GET') return json(there);
      there = [held()];
      return { status: 200, body: 'Thank you' };
    };
    expect(await sync(shirt)).toEqual([{ kind: 'created' }]);
    expect(writes()).toHaveLength(1);
  });
});

describe('many articles', () => {
  const many = Array.from({ length: 100 }, (_, index) => ({
    productCode: `1000000${index}`,
    articleNumber: `ARTICLE-${index}`,
  }));

  test('are looked for together, in queries that the vendor’s server takes', async () => {
    holding([]);
    await sync(...many);
    expect(Math.max(...reads().map(({ search }) => search.length))).toBeLessThan(2_048);
    expect(reads().length).toBeLessThanOrEqual(5);
    expect(reads()[0]?.query.getAll('productCodes').length).toBeGreaterThan(70);
  });

  test('have their outcomes in the order that was asked', async () => {
    holding([held()]);
    const outcomes = await sync(...many.slice(0, 3), shirt, many[3] ?? shirt);
    expect(outcomes.map(({ kind }) => kind)).toEqual([
      'created',
      'created',
      'created',
      'unchanged',
      'created',
    ]);
  });
});
