import { expect, test } from 'vitest';

import { articleDifferences, articlePuts } from '../test/registry/catalogue.ts';
import {
  type Figures,
  openRegistryBench,
  printFigures,
  sizes,
  withinMs,
} from './registry-bench.ts';

test.each(sizes)(
  '%i articles',
  async (articles) => {
    const bench = await openRegistryBench(articles);
    const { world } = bench;
    const figures: Figures[] = [];
    const sync = async () => await world.sync('articles');
    try {
      figures.push(await bench.measure('first sync', sync));
      expect(articlePuts(world)).toBe(articles);
      figures.push(await bench.measure('nothing changed', sync));
      for (const { Id, Name = '' } of everyHundredth(world.erp.products())) {
        world.erp.editProduct(Id, { Name: `${Name}, new` });
      }
      figures.push(await bench.measure('1 % changed', sync));
      expect(articlePuts(world)).toBe(articles / 100);
      expect(articleDifferences(world)).toEqual([]);
      for (const { events } of figures) expect(events).toBeLessThan(2_000);
      printFigures('Articles, from the ERP to the warehouse', figures);
    } finally {
      await bench.close();
    }
  },
  withinMs(Math.max(...sizes)),
);

const everyHundredth = <Item>(items: readonly Item[]): Item[] =>
  items.filter((_, index) => index % 100 === 0);
