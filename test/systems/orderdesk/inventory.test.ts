import { afterEach, describe, expect, test } from 'vitest';

import type { Product } from '../../../src/domain/article.ts';
import type { FeedPosition } from '../../../src/systems/kit/feeds/feed-page.ts';
import { stockOfItem } from '../../../src/systems/orderdesk/inventory/bundle-stock.ts';
import { openSandboxStore, type SandboxStore } from './sandbox-store.ts';
import { success } from './stub-store.ts';
import { aCall, failureOf } from '../a-call.ts';
import { lost } from '../stub-server.ts';

let store: SandboxStore;
afterEach(async () => await store.close());

async function allProducts(): Promise<Product[]> {
  const products: Product[] = [];
  let position: FeedPosition | undefined;
  for (;;) {
    const page = await store.inventory.products(position, { full: true }, aCall());
    products.push(...page.entries);
    if (!page.more) return products;
    position = structuredClone(page.position);
  }
}

describe('the catalogue', () => {
  test.each(['works', 'ignores offset', 'ignored'] as const)(
    'is read whole where paging %s, as far as the vendor gives it',
    async (inventoryPaging) => {
      store = await openSandboxStore({}, { inventoryPaging });
      for (let index = 0; index < 620; index += 1)
        store.shop.addInventoryItem({ code: `C${index}` });
      const products = await allProducts();
      const expected = inventoryPaging === 'ignores offset' ? 500 : 620;
      expect(new Set(products.map(({ productCode }) => productCode)).size).toBe(expected);
      expect(products).toHaveLength(expected);
      expect(store.received.length).toBeLessThanOrEqual(3);
    },
  );

  test('becomes articles by the settings', async () => {
    store = await openSandboxStore({
      products: {
        codeMatch: { OLD: 'NEW', SET: 'A,B' },
        codeSkip: ['GIFTCARD'],
        inventoryLocations: ['Oslo'],
      },
      catalog: { enabled: true, every: 60_000, metadata: { barcode: 'UPC', hsCode: 'HS' } },
    });
    const location = 'oslo';
    store.shop.addInventoryItem({
      code: 'A',
      name: 'Alpha',
      location,
      stock: '12',
      metadata: { upc: '7030', HS: '6109', x: 'y' },
    });
    store.shop.addInventoryItem({ code: 'OLD', location });
    store.shop.addInventoryItem({ code: 'SET', location });
    store.shop.addInventoryItem({ code: 'GIFTCARD', location });
    store.shop.addInventoryItem({ code: 'FAR', location: 'Bergen' });
    const products = await allProducts();
    expect(products.map(({ productCode }) => productCode)).toEqual(['A', 'OLD', 'SET']);
    expect(products.map(({ article }) => article)).toEqual([
      {
        productCode: 'A',
        articleNumber: 'A',
        name: 'Alpha',
        barCode: '7030',
        customsNumber: '6109',
      },
      { productCode: 'OLD', articleNumber: 'NEW', name: 'OLD' },
      undefined,
    ]);
    expect(products[0]).toMatchObject({ stock: '12', stockControlled: true, faults: [] });
  });
});

describe('the stock', () => {
  const metadata = { UPC: '7030' };
  const set = async (code: string, quantity: string) =>
    await store.inventory.setStock(code, quantity, aCall());

  test('is written, and everything else of the item stays', async () => {
    store = await openSandboxStore();
    const before = store.shop.addInventoryItem({
      code: 'A',
      name: 'Alpha',
      price: '99.5',
      cost: '12.345',
      weight: '0.2',
      stock: '3',
      location: 'Oslo',
      metadata,
      manufacturer_sku: null,
    });
    expect(await set('A', '7')).toEqual({ kind: 'written' });
    const { date_updated: _at, ...after } = store.shop.inventoryItem('A')!;
    const { date_updated: _then, ...rest } = before;
    expect(after).toEqual({ ...rest, stock: '7', update_source: 'Ongoing WMS' });
  });

  test('of many items is three calls', async () => {
    store = await openSandboxStore();
    const codes = Array.from({ length: 40 }, (_, index) => `C${index}`);
    for (const code of codes) store.shop.addInventoryItem({ code });
    await Promise.all(codes.map(async (code, index) => await set(code, String(index + 1))));
    expect(store.asked()).toEqual([
      'GET /inventory-items',
      'PUT /batch-inventory-items',
      'GET /inventory-items',
    ]);
    expect(store.shop.inventoryItems().map(({ stock }) => stock)).toEqual(
      codes.map((_code, index) => String(index + 1)),
    );
  });

  test('that is right already isn’t written', async () => {
    store = await openSandboxStore();
    store.shop.addInventoryItem({ code: 'A', stock: '7.00' });
    expect(await set('A', '7')).toEqual({ kind: 'written' });
    expect(store.asked()).toEqual(['GET /inventory-items']);
  });

  test('of an item that isn’t there is refused', async () => {
    store = await openSandboxStore();
    expect(await set('A', '7')).toEqual({
      kind: 'refused',
      why: 'Order Desk has no inventory item with the code A',
    });
  });

  test('is read again, since the answer tells nothing', async () => {
    store = await openSandboxStore();
    store.shop.addInventoryItem({ code: 'A' });
    const { inShop } = store;
    store.answer = (request) => (request.method === 'PUT' ? success() : inShop(request));
    expect((await failureOf(set('A', '7'))).decision).toEqual({ kind: 'retry', answerLost: true });
    store.answer = (request) => (request.method === 'PUT' ? lost : inShop(request));
    expect((await failureOf(set('A', '7'))).decision).toMatchObject({ answerLost: true });
  });
});

test('a bundle has as many as its scarcest article allows', () => {
  const codeMatch = { SET: 'A,B,B', PAIR: 'B,B' };
  const held: Record<string, string> = { A: '5', B: '7' };
  const stockOf = (code: string) => stockOfItem(code, codeMatch, (number) => held[number]);
  expect(['A', 'SET', 'PAIR', 'C'].map(stockOf)).toEqual(['5', '3', '3', undefined]);
});
