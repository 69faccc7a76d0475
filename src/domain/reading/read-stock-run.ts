import type {
  StockCompared,
  StockCounted,
  StockCursor,
  StockDifference,
  StockRunBegin,
  StockRunResult,
} from '../syncs/stock-run.ts';
import { flag, list, maybe, members, number, orNull, pair, type Read, text } from './read.ts';
import { position, readReport, readRunResult } from './read-run.ts';

export const readStockCursor = members<StockCursor>({
  warehouse: maybe(position),
  source: maybe(position),
  reportedUntil: maybe(text),
  held: list(pair(text, number)),
  unfinished: maybe(flag),
});

export const differences: Read<StockDifference[]> = list(pair(text, text));

export const counted: Read<StockCounted> = (value, at) =>
  value === 'all' ? value : list(text)(value, at);

export const readStockRunBegin = members<StockRunBegin>({
  heldProducts: list(text),
  reportedProducts: list(text),
  reportedUntil: text,
  maxShareToZero: number,
  isInventory: maybe(flag),
});

export const readStockCompared = members<Omit<StockCompared, 'progress'>>({
  cursor: readStockCursor,
  more: flag,
  differences,
  compared: number,
  counted,
  toZero: list(text),
  report: readReport,
});

const withCursor = members<Pick<StockRunResult, 'cursor'>>({ cursor: orNull(readStockCursor) });

export const readStockRunResult: Read<StockRunResult> = (value, at) => ({
  ...readRunResult(value, at),
  ...withCursor(value, at),
});
