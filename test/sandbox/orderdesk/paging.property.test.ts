import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { seedShop } from '../../../sandbox/demonstration/seeds/shop.ts';
import { type Stage, stageStore } from './store-caller.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await stageStore();
  seedShop(stage.shop, { orders: 37, items: 5, seed: 9 });
});
afterAll(() => stage.sandbox.close());

test('pages of a list that stands still hold every order once, whatever their size and order', async () => {
  const all = stage.shop.orders().map(({ id }) => id);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('ASC', 'DESC'),
      fc.constantFrom('id', 'date_added', 'date_updated', 'source_name'),
      async (limit, order, order_by) => {
        const seen: string[] = [];
        for (let offset = 0; ; offset += limit) {
          const { json } = await stage.get('/orders', { limit, offset, order, order_by });
          seen.push(...json.orders.map((one: any) => one.id));
          if (json.records_returned < limit) break;
        }
        expect(seen.toSorted()).toEqual(all.toSorted());
      },
    ),
    { numRuns: 30 },
  );
});
