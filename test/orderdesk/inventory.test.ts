import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { World } from '../world/world.ts';

describe('the inventory of an Order Desk store', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({
      shop: { bucket: null },
      orders: { products: { codeMatch: { SET: 'CAP,SCARF,SCARF' }, codeSkip: ['GIFTCARD'] } },
      stock: { quantity: 'physical' },
      catalog: { metadata: { barcode: 'UPC' } },
    });
  });
  afterAll(async () => await world.close());

  const stockOf = (code: string) => world.shop.inventoryItem(code)?.stock;

  test('gets what the warehouse has, bundles by their scarcest part, and only what differs', async () => {
    for (const [code, quantity] of [
      ['CAP', '7'],
      ['SCARF', '5.5'],
      ['MITTEN', '4'],
    ] as const) {
      world.wms.addArticle({ articleNumber: code });
      world.wms.setStock(code, quantity);
      world.shop.addInventoryItem({ code, name: code, stock: code === 'MITTEN' ? '4' : '0' });
    }
    world.shop.addInventoryItem({ code: 'SET', name: 'Set', stock: '0' });
    world.shop.addInventoryItem({ code: 'GIFTCARD', name: 'Gift card', stock: '99' });
    world.shop.addInventoryItem({ code: 'ELSEWHERE', name: 'Not here', stock: '3' });
    const { report } = await world.syncStock();
    expect(['CAP', 'SCARF', 'SET', 'MITTEN'].map(stockOf)).toEqual(['7', '5', '2', '4']);
    expect([stockOf('GIFTCARD'), stockOf('ELSEWHERE')]).toEqual(['99', '3']);
    expect(report.done['written']).toBe(3);
    expect(report.skippedNames['not at the warehouse']).toEqual(['ELSEWHERE']);

    world.sandbox.forget();
    const again = await world.syncStock();
    expect(again.report.done['written']).toBeUndefined();
    expect(world.sandbox.requests({ vendor: 'orderdesk', operation: 'PUT*' })).toHaveLength(0);
  });

  test('becomes articles, only where they differ', async () => {
    world.shop.addInventoryItem({
      code: 'BOOT',
      name: 'Boot',
      stock: '0',
      metadata: { UPC: '0700000000011' },
    });
    await world.sync('catalog');
    expect(world.wms.article('BOOT')).toMatchObject({ barCode: '0700000000011' });
    world.sandbox.forget();
    await world.sync('catalog');
    expect(world.sandbox.requests({ vendor: 'ongoing', operation: 'PUT*' })).toHaveLength(0);
  });
});
