import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Article, ArticleOutcome, WantedArticle } from '../../../src/domain/article.ts';
import { articleExtraFieldTargets } from '../../../src/systems/ongoing/rest/articles/article-field-targets.ts';
import { firstLine, salesOrder } from './sales-order.ts';
import { openSandboxWarehouse, type SandboxWarehouse } from './sandbox-warehouse.ts';
import { aCall } from '../a-call.ts';

let vendor: SandboxWarehouse['vendor'];
let sandbox: SandboxWarehouse['sandbox'];
let warehouse: SandboxWarehouse['warehouse'];
let operations: string[];

beforeEach(async () => {
  ({ vendor, sandbox, warehouse, operations } = await openSandboxWarehouse());
});
afterEach(async () => await sandbox.close());

const sync = async (wanted: readonly WantedArticle[]) =>
  await warehouse.syncArticles(wanted, aCall());
const only = (article: Article): WantedArticle[] => [{ article, onlyIfHeld: false }];
const puts = () => operations.filter((operation) => operation.startsWith('PUT')).length;

const supplier = {
  number: '77',
  name: 'Garn AS',
  address: 'Veien 1',
  address2: 'Bakgården',
  postCode: '0150',
  city: 'Oslo',
  countryCode: 'NO',
};
const shirt: Article = { productCode: '4711', articleNumber: 'TS-1', barCode: '0709', supplier };

describe('articles at a warehouse that refuses what the contract doesn’t allow', () => {
  const values = { text: 'x', decimal: '1.50', integer: '3', boolean: 'true', date: '2026-11-24' };
  const everything = Object.fromEntries(
    Object.entries(articleExtraFieldTargets).map(([path, { type }]) => [path, values[type]]),
  );

  test('take every extra field, which is found again', async () => {
    const article = { ...shirt, extra: everything };
    expect(await sync(only(article))).toEqual([{ kind: 'created' }]);
    expect(await sync(only(article))).toEqual([{ kind: 'unchanged' }]);
  });

  test.each(Object.keys(articleExtraFieldTargets))('are written where %s differs', async (path) => {
    await sync(only({ ...shirt, extra: everything }));
    const other = articleExtraFieldTargets[path]?.type === 'text' ? 'y' : '0';
    const article = { ...shirt, extra: { ...everything, [path]: other } };
    expect(await sync(only(article))).toEqual([{ kind: 'updated' }]);
    expect(await sync(only(article))).toEqual([{ kind: 'unchanged' }]);
  });

  test('keep their identity, stock and orders under a new number', async () => {
    await sync(only(shirt));
    const before = vendor.article('TS-1');
    vendor.setStock('TS-1', '5');
    const order = { ...salesOrder, lines: [{ ...firstLine, article: { productCode: '4711' } }] };
    await warehouse.put(order, {}, aCall());
    expect(await sync(only({ ...shirt, articleNumber: 'TS-2' }))).toEqual([{ kind: 'updated' }]);
    expect(vendor.articles().map(({ articleNumber }) => articleNumber)).toEqual(['TS-2']);
    expect(vendor.article('TS-2')).toMatchObject({
      articleSystemId: before?.articleSystemId,
      numberOfItems: '5',
    });
    expect(await warehouse.put(order, {}, aCall())).toMatchObject({ kind: 'accepted' });
    expect(vendor.order('10482')?.lines[0]).toMatchObject({ articleNumber: 'TS-2' });
  });

  test('bring the supplier’s new address when it changed', async () => {
    await sync(only(shirt));
    const moved = { ...shirt, supplier: { ...supplier, city: 'Bergen' } };
    expect(await sync(only(moved))).toEqual([{ kind: 'unchanged' }]);
    expect(await sync([{ article: moved, onlyIfHeld: true, writeSupplier: true }])).toEqual([
      { kind: 'updated' },
    ]);
    expect(vendor.article('TS-1')?.body).toMatchObject({
      supplierInfo: { advanced: { supplierAddress: { address: 'Veien 1', city: 'Bergen' } } },
    });
  });

  test('are written once although the answer was lost', async () => {
    sandbox.faults.add({ vendor: 'ongoing', operation: 'PUT /articles', kind: 'lost', times: 1 });
    await expect(sync(only(shirt))).rejects.toMatchObject({ decision: { answerLost: true } });
    expect(await sync(only(shirt))).toEqual([{ kind: 'unchanged' }]);
  });
});

describe('stock', () => {
  test('tells changes, and everything in a sweep', async () => {
    for (const number of ['A', 'B'])
      vendor.addArticle({ articleNumber: number, productCode: number });
    const reading = { full: false, quantity: 'physical' } as const;
    const first = await warehouse.stock(undefined, reading, aCall());
    expect(first).toMatchObject({ sweep: true, more: false });
    expect(first.entries).toHaveLength(2);
    vendor.setStock('B', '2.5');
    const second = await warehouse.stock(first.position, reading, aCall());
    expect(second.sweep).toBe(false);
    expect(second.entries).toContainEqual({
      productCode: 'B',
      articleNumber: 'B',
      quantity: '2.5',
    });
    expect(await warehouse.stockOf(['A'], 'sellable', aCall())).toEqual([
      { productCode: 'A', articleNumber: 'A', quantity: '0' },
    ]);
  });

  test('of picked orders is known until they are reported', async () => {
    vendor.addArticle({ articleNumber: 'A', productCode: '4711' });
    const order = { ...salesOrder, lines: [{ ...firstLine, article: { productCode: '4711' } }] };
    await warehouse.put(order, {}, aCall());
    expect(await warehouse.pickedOrders(aCall())).toEqual([]);
    vendor.setStatus('10482', 400);
    expect(await warehouse.pickedOrders(aCall())).toEqual([
      { goodsOwnerOrderId: '90210', productCodes: ['4711'] },
    ]);
  });
});

/** Few of each, so that they meet. */
const codes = fc.constantFrom('1', '2', '3', '4', '5', '10');
const numbers = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
const words = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => text.trim() !== '');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const decimal = fc
  .tuple(fc.nat(999), fc.nat(999))
  .map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`);

/** Without the members that have no value: an absent member is never undefined. */
function present<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

const articles = fc
  .record({
    productCode: codes,
    articleNumber: numbers,
    name: maybe(words),
    description: maybe(words),
    barCode: maybe(fc.stringMatching(/^0?[0-9]{7,13}$/)),
    weightKg: maybe(decimal),
    supplier: maybe(
      fc.record({ number: codes, name: words, city: maybe(words), postCode: maybe(codes) }),
    ),
    extra: maybe(
      fc.record(
        {
          customerPrice: decimal,
          'freeValues.freeText1': words,
          'barCodeInfo.barCodePackage': words,
          stockLimit: fc.nat(99).map(String),
          isStockArticle: fc.boolean().map(String),
        },
        { requiredKeys: [] },
      ),
    ),
  })
  .map((article) => present(article) as Article);

const catalogues = fc.uniqueArray(
  fc.record({ article: articles, onlyIfHeld: fc.boolean() }) satisfies fc.Arbitrary<WantedArticle>,
  { selector: ({ article }) => article.productCode, maxLength: 6 },
);

const shelves = fc.uniqueArray(
  fc
    .record({
      articleNumber: numbers,
      productCode: maybe(codes),
      articleName: maybe(words),
      barCode: maybe(words),
    })
    .map((held) => present(held) as { articleNumber: string }),
  { selector: ({ articleNumber }) => articleNumber, maxLength: 6 },
);

const isThere = (outcome: ArticleOutcome | undefined) =>
  outcome !== undefined && outcome.kind !== 'skipped' && outcome.kind !== 'failed';

test('whatever stands there, a second time nothing is left to write', async () => {
  const empty = structuredClone(vendor.state());
  await fc.assert(
    fc.asyncProperty(shelves, catalogues, async (held, wanted) => {
      vendor.restore(structuredClone(empty));
      for (const article of held) vendor.addArticle(article);
      const ofProducts = vendor.articles().filter(({ productCode }) => productCode !== null);

      const outcomes = await sync(wanted);
      operations.length = 0;
      const again = await sync(wanted);
      expect(puts()).toBe(0);
      expect(again).toEqual(
        outcomes.map((outcome) => (isThere(outcome) ? { kind: 'unchanged' } : outcome)),
      );

      const there = wanted.filter((_one, index) => isThere(outcomes[index]));
      for (const { article } of there) {
        const carrying = vendor.articles().filter((one) => one.productCode === article.productCode);
        expect(carrying.map((one) => one.articleNumber)).toEqual([article.articleNumber]);
      }
      const codesNow = new Map(
        vendor.articles().map((one) => [one.articleSystemId, one.productCode]),
      );
      for (const { articleSystemId, productCode } of ofProducts) {
        expect(codesNow.get(articleSystemId)).toBe(productCode);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);
