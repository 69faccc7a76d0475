import type { Operation } from '../../src/systems/24sevenoffice/contract/services.ts';
import type { OngoingOperation } from '../../src/systems/ongoing/contract/operations.ts';
import type { BothEnds } from '../world/goods.ts';
import type { World } from '../world/world.ts';

/** Puts numbered products into the ERP; gives their ids. */
export function addProducts({ erp }: Pick<BothEnds, 'erp'>, count: number, stock = '0'): string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(5, '0');
    return erp.addProduct({
      No: `A-${number}`,
      Name: `Article ${number}`,
      EAN1: `7${number.padStart(12, '0')}`,
      Weight: '0.25',
      Stock: stock,
    }).Id;
  });
}

interface Operations {
  readonly '24sevenoffice': Operation;
  readonly ongoing: OngoingOperation;
}

/** How often an operation of a vendor was called since the sandbox was told to forget. */
export function callsOf<Vendor extends keyof Operations>(
  world: Pick<World, 'sandbox'>,
  vendor: Vendor,
  operation: Operations[Vendor],
): number {
  return world.sandbox.counts()[vendor]?.[operation] ?? 0;
}

/** Writes of articles at the warehouse, under their number or their id. */
export const articlePuts = (world: Pick<World, 'sandbox'>): number =>
  callsOf(world, 'ongoing', 'PUT /articles') +
  callsOf(world, 'ongoing', 'PUT /articles/{articleSystemId}');

/** Writes of stock at the ERP. */
export const stockWrites = (world: Pick<World, 'sandbox'>): number =>
  callsOf(world, '24sevenoffice', 'SetStockQuantity');

/** Where the two ends differ in what an article says: a line for each article; empty where none does. */
export function articleDifferences({ erp, wms }: Pick<BothEnds, 'erp' | 'wms'>): string[] {
  const held = new Map(wms.articles().map((article) => [article.articleNumber, article]));
  return erp.products().flatMap(({ Id, No = '', Name, EAN1 }) => {
    const article = held.get(No);
    const says = article?.body as { articleName?: string } | undefined;
    return article?.productCode === Id && article.barCode === EAN1 && says?.articleName === Name
      ? []
      : [`${No}: ${JSON.stringify(article)}`];
  });
}
