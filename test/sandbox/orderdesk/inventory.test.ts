import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { type Stage, stageStore } from './store-caller.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await stageStore();
  for (const code of ['A1', 'A2', 'A3'])
    stage.shop.addInventoryItem({
      code,
      price: '19.00',
      stock: '7',
      metadata: code === 'A1' ? { UPC: '0701' } : {},
    });
});
afterEach(() => stage.sandbox.close());

const codesOf = (answer: { json: any }): string[] =>
  answer.json.inventory_items.map((item: any) => item.code);

describe('inventory items', () => {
  test('are listed with PHP’s empties and a count as text', async () => {
    const { json } = await stage.get('/inventory-items');
    expect(typeof json.total_records).toBe('string');
    expect(json.inventory_items[0]).toMatchObject({
      id: 70_001,
      code: 'A1',
      location: '',
      manufacturer_sku: null,
      variation_list: [],
      metadata: { UPC: '0701' },
      date_updated: '2026-11-21 10:00:00',
    });
    expect(json.inventory_items[1].metadata).toEqual([]);
    const one = await stage.get('/inventory-items/70002');
    expect(one.json.inventory_item.code).toBe('A2');
  });

  test('are found by one code or by several', async () => {
    expect(codesOf(await stage.get('/inventory-items', { code: 'A2' }))).toEqual(['A2']);
    expect(codesOf(await stage.get('/inventory-items', { code: 'A3,A1' }))).toEqual(['A1', 'A3']);
    expect(codesOf(await stage.get('/inventory-items', { code: 'A' }))).toEqual([]);
  });

  test.each([
    ['works', ['A3']],
    ['ignores offset', ['A1', 'A2']],
    ['ignored', ['A1', 'A2', 'A3']],
  ] as const)('with paging that %s', async (inventoryPaging, codes) => {
    const other = await stageStore({ inventoryPaging });
    for (const code of ['A1', 'A2', 'A3']) other.shop.addInventoryItem({ code });
    const answer = await other.get('/inventory-items', { limit: 2, offset: 2 });
    expect(codesOf(answer)).toEqual(codes);
    await other.sandbox.close();
  });
});

describe('writing an item', () => {
  test('blanks everything that is left out', async () => {
    stage.at('2026-11-21T11:00:00Z');
    const body = { name: 'Test', code: 'A1', weight: 1.5 };
    const answer = await stage.call('PUT', '/inventory-items/70001', { body });
    expect(answer.json).toMatchObject({ status: 'success', message: 'Inventory Item Updated' });
    expect(stage.shop.inventoryItem('A1')).toMatchObject({
      name: 'Test',
      weight: '1.5',
      stock: '',
      price: '',
      metadata: {},
      update_source: '',
      date_added: '2026-11-21T10:00:00.000Z',
      date_updated: '2026-11-21T11:00:00.000Z',
    });
  });

  test('with what was read leaves everything as it is', async () => {
    const before = stage.shop.inventoryItems();
    const { json } = await stage.get('/inventory-items');
    const answer = await stage.call('PUT', '/batch-inventory-items', {
      body: json.inventory_items,
    });
    expect(answer.json).toEqual({
      status: 'success',
      message: 'Inventory Items Updated',
      execution_time: expect.any(String),
    });
    const numbers = (items: readonly { price: string }[]) =>
      items.map((item) => ({ ...item, price: Number(item.price) }));
    expect(numbers(stage.shop.inventoryItems())).toEqual(numbers(before));
  });

  test('in a batch passes over an id that is not there, and blanks too', async () => {
    const item = { id: 70_002, code: 'A2', name: 'Two', price: '5', stock: '3' };
    const answer = await stage.call('PUT', '/batch-inventory-items', {
      body: [{ ...item, id: 9, code: 'A9' }, item],
    });
    expect(answer.json.status).toBe('success');
    expect(answer.json).not.toHaveProperty('results');
    expect(stage.shop.inventoryItem('A9')).toBeUndefined();
    expect(stage.shop.inventoryItem('A2')).toMatchObject({ stock: '3', update_source: '' });
  });

  test('is refused as a whole where an item of the batch is wrong', async () => {
    const item = { id: 70_001, code: 'A1', name: 'One', price: '5', stock: '3' };
    const { id: _id, ...withoutId } = item;
    for (const body of [
      [item, { ...item, stock: 'many' }],
      [item, withoutId],
      [item, { ...item, ean: '1' }],
      { items: [item] },
      [],
    ]) {
      const answer = await stage.call('PUT', '/batch-inventory-items', { body });
      expect(answer.status).toBe(400);
    }
    expect(stage.shop.inventoryItem('A1')).toMatchObject({ stock: '7' });
  });
});
