import { ApplicationFailure } from '@temporalio/common';
import {
  continueAsNew,
  proxyActivities,
  setCurrentDetails,
  workflowInfo,
} from '@temporalio/workflow';

import type { SourceActivities, WarehouseActivities } from '../../activities/index.ts';
import { sourceQueue, warehouseQueue } from '../../src/domain/names.ts';
import {
  addReports,
  emptyReport,
  namedInReport,
  type RunReport,
} from '../../src/domain/run-report.ts';
import type {
  StockCounted,
  StockCursor,
  StockDifference,
  StockRunBegin,
  StockRunResult,
} from '../../src/domain/stock-run.ts';
import { longPageOptions } from './page-options.ts';
import { runInWords } from './run-words.ts';
import { failureText, tellFailed, tellRecovered } from './tell-connection.ts';

const writesAtATime = 100;
/** A run writes at most so many; the next one goes on. Keeps what it carries small. */
const mostDifferences = 20_000;
/** A run that has compared more knows only that it counted them all. */
const mostCounted = 5_000;
const longestHistory = 1_000;
/** A run that would empty more than these, and more than the configured share, empties none. */
const leastToZero = 50;
/** A product that is held this often needs a person: its order hangs. */
const heldTooOften = 4;

/** What a stock run starts with, and hands over when it continues as new. */
export interface StockRunInput {
  readonly connection: string;
  readonly everyMs: number;
  readonly full?: boolean;
  /** Where to go on, instead of where the schedule's last run ended. */
  readonly cursor?: StockCursor | null;
  readonly run?: RunState;
}

type Comparison = 'warehouse' | 'source' | 'named' | 'inventory';
type Phase = Comparison | 'write' | 'done';

interface RunState {
  readonly startedMs: number;
  readonly begin: StockRunBegin;
  phase: Phase;
  cursor: StockCursor;
  differences: StockDifference[];
  compared: number;
  counted: StockCounted;
  toZero: number;
  report: RunReport;
  firstPage: boolean;
}

/**
 * Makes the source's stock equal to the warehouse's. First everything is compared and nothing is
 * written, so that a reading that fails, or that would empty the shop, writes nothing at all.
 */
export async function syncStock(input: StockRunInput): Promise<StockRunResult> {
  const last = workflowInfo().lastResult as StockRunResult | undefined;
  let state: RunState;
  try {
    state = input.run ?? (await begin(input, input.cursor ?? last?.cursor ?? null));
    while (state.phase !== 'done' && !historyIsLong()) {
      await advance(input, state);
      setCurrentDetails(wordsOf(state));
    }
  } catch (error) {
    await tellFailed(input.connection, 'stock', failureText(error));
    throw error;
  }
  if (state.phase !== 'done')
    return await continueAsNew<typeof syncStock>({ ...input, run: state });
  if (workflowInfo().lastFailure !== undefined) await tellRecovered(input.connection, 'stock');
  return { cursor: nextCursor(state), report: withHeldTooOften(state) };
}

/** In events, or in bytes: what a run carries from page to page counts too. */
function historyIsLong(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return historyLength >= longestHistory || continueAsNewSuggested;
}

async function begin(input: StockRunInput, cursor: StockCursor | null): Promise<RunState> {
  const activities = proxyActivities<WarehouseActivities>({
    ...longPageOptions,
    taskQueue: warehouseQueue(input.connection),
    summary: 'Which products are on orders that aren’t reported yet?',
  });
  const started = await activities.beginStockRun(cursor?.reportedUntil ?? null);
  return {
    startedMs: Date.now(),
    begin: started,
    phase: started.isInventory === true ? 'inventory' : 'warehouse',
    cursor: cursor ?? { held: [] },
    differences: [],
    compared: 0,
    counted: [],
    toZero: 0,
    report: emptyReport,
    firstPage: true,
  };
}

async function advance(input: StockRunInput, state: RunState): Promise<void> {
  if (state.phase === 'write') await write(input, state);
  else if (state.phase !== 'done') await compare(input, state, state.phase);
}

async function compare(input: StockRunInput, state: RunState, phase: Comparison): Promise<void> {
  const activities = proxyActivities<WarehouseActivities>({
    ...longPageOptions,
    taskQueue: warehouseQueue(input.connection),
    summary: 'Compare the stock of a page of products',
  });
  const page = await activities.compareStock({
    cursor: state.cursor,
    from: phase,
    full: state.firstPage && input.full === true,
    held: state.begin.heldProducts,
    counted: phase === 'warehouse' || phase === 'inventory' ? [] : state.counted,
    ...(phase === 'named' ? { named: namedProducts(state) } : {}),
  });
  state.firstPage = false;
  state.cursor = page.cursor;
  const known = new Set(state.differences.map(([code]) => code));
  state.differences.push(...page.differences.filter(([code]) => !known.has(code)));
  state.compared += page.compared;
  state.counted = bothCounted(state.counted, page.counted);
  state.toZero += page.toZero.filter((code) => !known.has(code)).length;
  state.report = addReports(state.report, page.report);
  const isFull = state.differences.length >= mostDifferences;
  if (page.more && !isFull) return;
  const after = isFull ? 'write' : afterComparing(state, phase);
  if (after === 'write') checkMassZeroing(state);
  state.cursor = { ...state.cursor, unfinished: isFull && page.more };
  state.phase = after;
}

function bothCounted(before: StockCounted, now: StockCounted): StockCounted {
  if (before === 'all' || now === 'all') return 'all';
  return before.length + now.length > mostCounted ? 'all' : [...before, ...now];
}

function afterComparing(state: RunState, phase: Comparison): Phase {
  if (phase === 'warehouse') return 'source';
  if (phase === 'source' && namedProducts(state).length > 0) return 'named';
  return 'write';
}

/**
 * Products of orders that were reported since the last run, and those that were held then and aren't
 * any more: what changed of them meanwhile has been read already, and nothing tells it again.
 */
function namedProducts({ begin: { heldProducts, reportedProducts }, cursor }: RunState): string[] {
  const held = new Set(heldProducts);
  const released = cursor.held.flatMap(([code]) => (held.has(code) ? [] : [code]));
  return [...new Set([...reportedProducts, ...released])];
}

/** An empty answer that looks whole, or a mistake at the warehouse, must not empty the shop. */
function checkMassZeroing({ toZero, compared, begin: { maxShareToZero } }: RunState): void {
  if (toZero <= leastToZero || toZero <= compared * maxShareToZero) return;
  const share = Math.round((toZero / compared) * 100);
  throw ApplicationFailure.nonRetryable(
    `It would set ${toZero} of ${compared} products (${share} %) to zero, which is more than stock.maxShareToZero (${Math.round(maxShareToZero * 100)} %) allows, so nothing was written. If the warehouse really is that empty, raise the setting for a while and run it again.`,
    'MassZeroing',
  );
}

async function write(input: StockRunInput, state: RunState): Promise<void> {
  const chunk = state.differences.slice(0, writesAtATime);
  if (chunk.length === 0) {
    state.phase = 'done';
    return;
  }
  const activities = proxyActivities<SourceActivities>({
    ...longPageOptions,
    taskQueue: sourceQueue(input.connection),
    summary: `Write the stock of ${chunk.length === 1 ? '1 product' : `${chunk.length} products`}`,
  });
  state.report = addReports(state.report, await activities.writeStock(chunk));
  state.differences = state.differences.slice(chunk.length);
}

function nextCursor(state: RunState): StockCursor {
  const times = new Map(state.cursor.held);
  // A run that stopped short hasn't looked at what was named: the next one does.
  if (state.cursor.unfinished === true) return state.cursor;
  return {
    ...state.cursor,
    reportedUntil: state.begin.reportedUntil,
    held: state.begin.heldProducts.map((code) => [code, (times.get(code) ?? 0) + 1] as const),
  };
}

function withHeldTooOften(state: RunState): RunReport {
  const hanging = nextCursor(state).held.filter(([, times]) => times >= heldTooOften);
  if (hanging.length === 0) return state.report;
  return addReports(state.report, {
    ...emptyReport,
    failed: hanging.slice(0, namedInReport).map(([code, times]) => ({
      name: `Product ${code}`,
      why: `Held ${times} times: an order with it is picked and still not reported. Look at the orders that need attention.`,
    })),
    failedCount: hanging.length,
  });
}

function wordsOf(state: RunState): string {
  return runInWords('stock', state.report, {
    startedMs: state.startedMs,
    nowMs: Date.now(),
    running: state.phase !== 'done',
  });
}
