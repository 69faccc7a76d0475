import { continueAsNew, setCurrentDetails, workflowInfo } from '@temporalio/workflow';

import { readStockRunResult } from '../../../src/domain/reading/read-stock-run.ts';
import type { StockRunResult } from '../../../src/domain/syncs/stock-run.ts';
import { readLast, readStored } from '../../stored.ts';
import { runInWords } from '../run-words.ts';
import { failureText, tellFailed, tellRecovered } from '../tell-connection.ts';
import { beginRun } from './begin-run.ts';
import { compare } from './compare.ts';
import { nextCursor, withHeldTooOften } from './run-result.ts';
import { readStockRunInput } from './read-stock-run.ts';
import type { StockRun, StockRunInput } from './stock-run.ts';
import { write } from './write.ts';

const longestHistory = 1_000;

/**
 * Makes the source's stock equal to the warehouse's. First everything is compared and nothing is
 * written, so that a reading that fails, or that would empty the shop, writes nothing at all.
 */
export async function syncStock(given: StockRunInput): Promise<StockRunResult> {
  const input = readStored(readStockRunInput, given, 'the run’s input');
  const last = readLast(readStockRunResult, workflowInfo().lastResult);
  let run: StockRun;
  try {
    run = input.run ?? (await beginRun(input, input.cursor ?? last?.cursor ?? null));
    while (run.phase !== 'done' && !historyIsLong()) {
      if (run.phase === 'write') await write(input, run);
      else await compare(input, run, run.phase);
      setCurrentDetails(wordsOf(run));
    }
  } catch (error) {
    await tellFailed(input.connection, 'stock', failureText(error));
    throw error;
  }
  if (run.phase !== 'done') return await continueAsNew<typeof syncStock>({ ...input, run });
  if (workflowInfo().lastFailure !== undefined) await tellRecovered(input.connection, 'stock');
  return { cursor: nextCursor(run), report: withHeldTooOften(run) };
}

/** In events, or in bytes: what a run carries from page to page counts too. */
function historyIsLong(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return historyLength >= longestHistory || continueAsNewSuggested;
}

function wordsOf(run: StockRun): string {
  return runInWords('stock', run.report, {
    startedMs: run.startedMs,
    nowMs: Date.now(),
    running: run.phase !== 'done',
  });
}
