import { flag, maybe, members, number, oneOf, orNull } from '../../../src/domain/reading/read.ts';
import { anyRunInput, readReport } from '../../../src/domain/reading/read-run.ts';
import {
  counted,
  differences,
  readStockCursor,
  readStockRunBegin,
} from '../../../src/domain/reading/read-stock-run.ts';
import type { StockRun, StockRunInput } from './stock-run.ts';

const run = members<StockRun>({
  startedMs: number,
  begin: readStockRunBegin,
  phase: oneOf('warehouse', 'source', 'named', 'inventory', 'write', 'done'),
  cursor: readStockCursor,
  differences,
  compared: number,
  counted,
  toZero: number,
  report: readReport,
  firstPage: flag,
});

export const readStockRunInput = members<StockRunInput>({
  ...anyRunInput,
  cursor: maybe(orNull(readStockCursor)),
  run: maybe(run),
});
