import type { Product } from '../../src/domain/article.ts';
import { compareDecimals, isDecimalText } from '../../src/domain/decimal.ts';
import type { StockLevel } from '../../src/domain/syncs/stock.ts';
import type {
  StockCompared,
  StockCounted,
  StockCursor,
  StockDifference,
} from '../../src/domain/syncs/stock-run.ts';
import { type CallContext, priorities } from '../../src/systems/kit/call-context.ts';
import type { ActivityDependencies, Registry } from '../activity-dependencies.ts';
import { PageReport } from '../syncs/page-report.ts';
import { withRegistry } from '../syncs/registry.ts';
import { vendorCall } from '../vendor-call.ts';

/** A page of the comparison. Only `products` where the caller names what is to be compared. */
export interface CompareStockStep {
  readonly cursor: StockCursor;
  readonly from: 'warehouse' | 'source' | 'named' | 'inventory';
  readonly full: boolean;
  readonly held: readonly string[];
  /** Compared again, but neither counted nor reported again: a share of them must stay a share. */
  readonly counted: StockCounted;
  readonly named?: readonly string[];
}

/** Compares what both ends have of one page of products. Writes nothing. */
export function compareStock({ connection }: ActivityDependencies) {
  return {
    async compareStock(step: CompareStockStep): Promise<StockCompared> {
      const { registry } = withRegistry(connection);
      const call = vendorCall(priorities.stock);
      switch (step.from) {
        case 'warehouse':
          return await fromWarehouse(registry, step, call);
        case 'source':
          return await fromSource(registry, step, call);
        case 'named':
          return await named(registry, step, call);
        case 'inventory':
          return await fromInventory(registry, step, call);
      }
    },
  };
}

/** Articles whose stock changed at the warehouse, or all of them in a sweep. */
async function fromWarehouse(
  registry: Registry,
  step: CompareStockStep,
  call: CallContext,
): Promise<StockCompared> {
  const page = await registry.warehouse.stock(
    step.cursor.warehouse,
    { full: step.full, quantity: registry.stockQuantity },
    call,
  );
  const report = new PageReport(page.entries.length);
  const levels = page.entries.filter(({ productCode }) => {
    if (productCode === null) report.skipped('not from this source');
    return productCode !== null;
  });
  const products = await registry.source.readProducts(codesOf(levels), call);
  return {
    ...compared(levels, products, step, report),
    ...(page.sweep ? { counted: 'all' } : {}),
    cursor: { ...step.cursor, warehouse: page.position },
    more: page.more,
    progress: page.progress,
  };
}

/** Products that changed at the source: somebody may have set a stock there by hand. */
async function fromSource(
  registry: Registry,
  step: CompareStockStep,
  call: CallContext,
): Promise<StockCompared> {
  const page = await registry.source.products(
    step.cursor.source,
    { full: false, ofStock: true },
    call,
  );
  const report = new PageReport(page.entries.filter(isNewIn(step)).length);
  const levels = await registry.warehouse.stockOf(
    page.entries.map(({ productCode }) => productCode),
    registry.stockQuantity,
    call,
  );
  return {
    ...compared(levels, page.entries, step, report),
    cursor: { ...step.cursor, source: page.position },
    more: page.more,
  };
}

/** Products of orders that were reported since the last run: the source took them off itself. */
async function named(
  registry: Registry,
  step: CompareStockStep,
  call: CallContext,
): Promise<StockCompared> {
  const codes = step.named ?? [];
  const report = new PageReport(
    codes.map((productCode) => ({ productCode })).filter(isNewIn(step)).length,
  );
  const levels = await registry.warehouse.stockOf(codes, registry.stockQuantity, call);
  const products = await registry.source.readProducts(codesOf(levels), call);
  return { ...compared(levels, products, step, report), cursor: step.cursor, more: false };
}

/** Products that are made of articles: all of them, by what there is of their articles. */
async function fromInventory(
  registry: Registry,
  step: CompareStockStep,
  call: CallContext,
): Promise<StockCompared> {
  const { inventory } = registry;
  const page = await registry.source.products(step.cursor.source, { full: step.full }, call);
  const report = new PageReport(page.entries.length);
  const numbers = page.entries.flatMap(
    ({ productCode }) => inventory?.articlesOf(productCode) ?? [],
  );
  const articles = await registry.warehouse.stockOfArticles(
    [...new Set(numbers)],
    registry.stockQuantity,
    call,
  );
  const held = new Map(articles.map(({ articleNumber, quantity }) => [articleNumber, quantity]));
  const levels = page.entries.flatMap(({ productCode }): StockLevel[] => {
    const quantity = inventory?.stockOf(productCode, (number) => held.get(number));
    if (quantity !== undefined) return [{ productCode, articleNumber: productCode, quantity }];
    report.skipped('not at the warehouse', productCode);
    return [];
  });
  return {
    ...compared(levels, page.entries, step, report),
    counted: 'all',
    cursor: { ...step.cursor, source: page.position },
    more: page.more,
    progress: page.progress,
  };
}

function isNewIn({ counted }: Pick<CompareStockStep, 'counted'>) {
  const before = counted === 'all' ? undefined : new Set(counted);
  return ({ productCode }: { readonly productCode: string | null }): boolean =>
    before !== undefined && (productCode === null || !before.has(productCode));
}

const codesOf = (levels: readonly StockLevel[]): string[] =>
  levels.flatMap(({ productCode }) => productCode ?? []);

/** What the source should have: never less than nothing. */
export function wantedQuantity(level: StockLevel): string {
  return compareDecimals(level.quantity, '0') < 0 ? '0' : level.quantity;
}

function compared(
  levels: readonly StockLevel[],
  products: readonly Product[],
  step: Pick<CompareStockStep, 'held' | 'counted'>,
  pageReport: PageReport,
): Pick<StockCompared, 'differences' | 'compared' | 'counted' | 'toZero' | 'report'> {
  const byCode = new Map(products.map((product) => [product.productCode, product]));
  const held = new Set(step.held);
  const isNew = isNewIn(step);
  const times = new Map<string, number>();
  for (const { productCode } of levels) {
    if (productCode !== null) times.set(productCode, (times.get(productCode) ?? 0) + 1);
  }
  const differences: StockDifference[] = [];
  const counted: string[] = [];
  const toZero: string[] = [];
  const unreported = new PageReport(0);
  for (const level of levels) {
    const report = isNew(level) ? pageReport : unreported;
    const product = level.productCode === null ? undefined : byCode.get(level.productCode);
    if (product === undefined) {
      report.skipped('not at the source');
      continue;
    }
    const { productCode, label, stock } = product;
    if (!product.stockControlled) {
      report.skipped('not stock-controlled');
      continue;
    }
    if ((times.get(productCode) ?? 0) > 1) {
      report.skipped('on several articles', label);
      continue;
    }
    if (isNew(level)) counted.push(productCode);
    if (held.has(productCode)) {
      report.skipped('held: an order that isn’t reported yet');
      continue;
    }
    if (compareDecimals(level.quantity, '0') < 0) report.done('negative, counted as zero');
    const wanted = wantedQuantity(level);
    const has = stock !== undefined && isDecimalText(stock) ? stock : '0';
    if (compareDecimals(wanted, has) === 0) {
      report.done('equal');
      continue;
    }
    if (compareDecimals(wanted, '0') === 0 && compareDecimals(has, '0') > 0) {
      toZero.push(productCode);
    }
    differences.push([productCode, wanted]);
  }
  return {
    differences,
    compared: counted.length,
    counted,
    toZero,
    report: pageReport.toJSON(),
  };
}
