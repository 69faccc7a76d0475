import type { Desk } from './desk.ts';
import { Refusal } from '../rest/refusal.ts';

const defaultLimit = 50;
const largestLimit = 500;

/** One page of a list: where it begins and how long it may be. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** The page that a query asks for. More than the largest is refused, or cut down to it. */
export function pageOf(desk: Desk, query: Partial<Page>): Page {
  const limit = query.limit ?? defaultLimit;
  if (desk.options.strictQuery && (limit < 1 || limit > largestLimit))
    throw new Refusal(400, `Invalid Request: limit must be from 1 to ${largestLimit}`);
  return {
    limit: limit < 1 ? defaultLimit : Math.min(limit, largestLimit),
    offset: query.offset ?? 0,
  };
}

/**
 * What `total_records` says of a list: it takes turns with the truth as a number, a zero as text, and
 * the length of the page as text. Recorded answers had a zero beside three records.
 */
export function totalRecords(desk: Desk, total: number, returned: number): string | number {
  return [total, '0', String(returned)][desk.store.state.lists++ % 3] ?? total;
}
