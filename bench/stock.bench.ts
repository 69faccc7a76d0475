import { expect, test } from 'vitest';

import { stockWrites } from '../test/registry/catalogue.ts';
import {
  type Figures,
  openRegistryBench,
  printFigures,
  sizes,
  withinMs,
} from './registry-bench.ts';

/** The ERP takes twenty writes a second: of a first run this share differs. */
const differsAtFirst = 10;

test.each(sizes)(
  'stock of %i articles',
  async (articles) => {
    const bench = await openRegistryBench(articles, ({ erp, wms }) => {
      for (const [index, { Id, No = '' }] of erp.products().entries()) {
        wms.addArticle({ articleNumber: No, productCode: Id });
        wms.setStock(No, index % differsAtFirst === 0 ? '8' : '10');
      }
    });
    const { world } = bench;
    const figures: Figures[] = [];
    const sync = async () => await world.syncStock();
    try {
      figures.push(await bench.measure('first, 10 % differ', sync));
      expect(stockWrites(world)).toBe(articles / differsAtFirst);
      // Its own writes come back once, as changes at the ERP, and cost no write.
      figures.push(await bench.measure('the echo of it', sync));
      expect(stockWrites(world)).toBe(0);
      figures.push(await bench.measure('nothing changed', sync));
      for (const [index, { No = '' }] of world.erp.products().entries()) {
        if (index % 100 === 1) world.wms.setStock(No, '7');
      }
      figures.push(await bench.measure('1 % changed', sync));
      expect(stockWrites(world)).toBe(articles / 100);
      for (const { events } of figures) expect(events).toBeLessThan(2_000);
      printFigures('Stock, from the warehouse to the ERP', figures);
    } finally {
      await bench.close();
    }
  },
  withinMs(Math.max(...sizes)),
);
