import { proxyActivities } from '@temporalio/workflow';

import type { WarehouseActivities } from '../../../activities/index.ts';
import { warehouseQueue } from '../../../src/domain/names.ts';
import { readStockCompared } from '../../../src/domain/reading/read-stock-run.ts';
import { addReports } from '../../../src/domain/syncs/run-report.ts';
import type { StockCounted } from '../../../src/domain/syncs/stock-run.ts';
import { longPageOptions } from '../page-options.ts';
import { checkMassZeroing } from './mass-zeroing.ts';
import type { Comparison, Phase, StockRun, StockRunInput } from './stock-run.ts';

/** A run writes at most so many; the next one goes on. Keeps what it carries small. */
const mostDifferences = 20_000;
/** A run that has compared more knows only that it counted them all. */
const mostCounted = 5_000;

/** Compares one page, and says what comes after it. */
export async function compare(
  input: StockRunInput,
  run: StockRun,
  from: Comparison,
): Promise<void> {
  const activities = proxyActivities<WarehouseActivities>({
    ...longPageOptions,
    taskQueue: warehouseQueue(input.connection),
    summary: 'Compare the stock of a page of products',
  });
  const done = await activities.compareStock({
    cursor: run.cursor,
    from,
    full: run.firstPage && input.full === true,
    held: run.begin.heldProducts,
    counted: from === 'warehouse' || from === 'inventory' ? [] : run.counted,
    named: from === 'named' ? namedProducts(run) : undefined,
  });
  const page = readStockCompared(done, 'the page');
  run.firstPage = false;
  run.cursor = page.cursor;
  const known = new Set(run.differences.map(([code]) => code));
  run.differences.push(...page.differences.filter(([code]) => !known.has(code)));
  run.compared += page.compared;
  run.counted = bothCounted(run.counted, page.counted);
  run.toZero += page.toZero.filter((code) => !known.has(code)).length;
  run.report = addReports(run.report, page.report);
  const isFull = run.differences.length >= mostDifferences;
  if (page.more && !isFull) return;
  const after = isFull ? 'write' : afterComparing(run, from);
  if (after === 'write') checkMassZeroing(run);
  run.cursor = { ...run.cursor, unfinished: isFull && page.more };
  run.phase = after;
}

function bothCounted(before: StockCounted, now: StockCounted): StockCounted {
  if (before === 'all' || now === 'all') return 'all';
  return before.length + now.length > mostCounted ? 'all' : [...before, ...now];
}

function afterComparing(run: StockRun, from: Comparison): Phase {
  if (from === 'warehouse') return 'source';
  if (from === 'source' && namedProducts(run).length > 0) return 'named';
  return 'write';
}

/**
 * Products of orders that were reported since the last run, and those that were held then and aren't
 * any more: what changed of them meanwhile has been read already, and nothing tells it again.
 */
function namedProducts({ begin: { heldProducts, reportedProducts }, cursor }: StockRun): string[] {
  const held = new Set(heldProducts);
  const released = cursor.held.flatMap(([code]) => (held.has(code) ? [] : [code]));
  return [...new Set([...reportedProducts, ...released])];
}
