import type { Product } from '../src/domain/article.ts';
import { compareDecimals, isDecimalText } from '../src/domain/decimal.ts';
import type { StockLevel } from '../src/domain/stock.ts';
import type { StockCompared, StockCursor, StockDifference } from '../src/domain/stock-run.ts';
import { type Call, priorities } from '../src/systems/call.ts';
import type { ActivityDependencies, Registry } from './activity-dependencies.ts';
import { atBoundary } from './failure-boundary.ts';
import { PageReport } from './page-report.ts';
import { withRegistry } from './registry.ts';
import { vendorCall } from './vendor-call.ts';

/** A page of the comparison. Only `products` where the caller names what is to be compared. */
export interface CompareStockStep {
  readonly cursor: StockCursor;
  readonly from: 'warehouse' | 'source' | 'named';
  readonly full: boolean;
  readonly held: readonly string[];
  readonly named?: readonly string[];
}

/** Compares what both ends have of one page of products. Writes nothing. */
export function compareStock({ connection }: ActivityDependencies) {
  return {
    async compareStock(step: CompareStockStep): Promise<StockCompared> {
      return await atBoundary(async () => {
        const { registry } = withRegistry(connection);
        const call = vendorCall(priorities.stock);
        switch (step.from) {
          case 'warehouse':
            return await fromWarehouse(registry, step, call);
          case 'source':
            return await fromSource(registry, step, call);
          case 'named':
            return await named(registry, step, call);
        }
      });
    },
  };
}

export type CompareStock = ReturnType<typeof compareStock>;

/** Articles whose stock changed at the warehouse, or all of them in a sweep. */
async function fromWarehouse(
  registry: Registry,
  step: CompareStockStep,
  call: Call,
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
    ...compared(levels, products, step.held, report),
    cursor: { ...step.cursor, warehouse: page.position },
    more: page.more,
    ...(page.progress === undefined ? {} : { progress: page.progress }),
  };
}

/** Products that changed at the source: somebody may have set a stock there by hand. */
async function fromSource(
  registry: Registry,
  step: CompareStockStep,
  call: Call,
): Promise<StockCompared> {
  const page = await registry.source.products(
    step.cursor.source,
    { full: false, ofStock: true },
    call,
  );
  const report = new PageReport(page.entries.length);
  const levels = await registry.warehouse.stockOf(
    page.entries.map(({ productCode }) => productCode),
    registry.stockQuantity,
    call,
  );
  return {
    ...compared(levels, page.entries, step.held, report),
    cursor: { ...step.cursor, source: page.position },
    more: page.more,
  };
}

/** Products of orders that were reported since the last run: the source took them off itself. */
async function named(
  registry: Registry,
  step: CompareStockStep,
  call: Call,
): Promise<StockCompared> {
  const codes = step.named ?? [];
  const report = new PageReport(codes.length);
  const levels = await registry.warehouse.stockOf(codes, registry.stockQuantity, call);
  const products = await registry.source.readProducts(codesOf(levels), call);
  return { ...compared(levels, products, step.held, report), cursor: step.cursor, more: false };
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
  held: readonly string[],
  report: PageReport,
): Pick<StockCompared, 'differences' | 'compared' | 'toZero' | 'report'> {
  const byCode = new Map(products.map((product) => [product.productCode, product]));
  const heldCodes = new Set(held);
  const times = new Map<string, number>();
  for (const { productCode } of levels) {
    if (productCode !== null) times.set(productCode, (times.get(productCode) ?? 0) + 1);
  }
  const differences: StockDifference[] = [];
  let count = 0;
  const toZero: string[] = [];
  for (const level of levels) {
    const product = level.productCode === null ? undefined : byCode.get(level.productCode);
    if (product === undefined) {
      report.skipped('not at the source');
      continue;
    }
    if (!product.stockControlled) {
      report.skipped('not stock-controlled');
      continue;
    }
    if ((times.get(product.productCode) ?? 0) > 1) {
      report.skipped('on several articles', product.label);
      continue;
    }
    count += 1;
    if (heldCodes.has(product.productCode)) {
      report.skipped('held: an order that isn’t reported yet');
      continue;
    }
    if (compareDecimals(level.quantity, '0') < 0) report.done('negative, counted as zero');
    const wanted = wantedQuantity(level);
    const has = product.stock !== undefined && isDecimalText(product.stock) ? product.stock : '0';
    if (compareDecimals(wanted, has) === 0) {
      report.done('equal');
      continue;
    }
    if (compareDecimals(wanted, '0') === 0 && compareDecimals(has, '0') > 0) {
      toZero.push(product.productCode);
    }
    differences.push([product.productCode, wanted]);
  }
  return { differences, compared: count, toZero, report: report.toJSON() };
}
