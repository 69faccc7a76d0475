import type { Difference } from '../../../src/domain/warehouse-order.ts';
import type { MappingProblem } from '../../../src/domain/mapping-problem.ts';

/** The names that an order's texts use. */
export interface OrderNames {
  readonly number: string;
  readonly source: string;
  readonly warehouse: string;
  readonly timeZone: string;
}

/** `21 Nov 10:42`, in the connection's zone. */
export function clockTime(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(Date.parse(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('hour')}:${part('minute')}`;
}

/** `line 2: 4 → 6; delivery date 24 Nov → 23 Nov; delivery address`. */
export function differencesInWords(differences: readonly Difference[]): string {
  return differences
    .map(({ field, held, wanted }) =>
      held === undefined && wanted === undefined
        ? field
        : `${field}: ${held ?? '(nothing)'} → ${wanted ?? '(nothing)'}`,
    )
    .join('; ');
}

/** What is wrong, fault by fault. */
export function problemsInWords(faults: readonly MappingProblem[]): string {
  return faults
    .map(({ field, problem }) => (problem.startsWith(field) ? problem : `${field}: ${problem}`))
    .join(' ');
}

/** What it is about, for the search. */
export const subjectsOf = (faults: readonly MappingProblem[]): string[] =>
  faults.map(({ field }) => field);

/** What to do, each thing once. */
export function todosInWords(faults: readonly MappingProblem[]): string {
  return [...new Set(faults.map(({ todo }) => todo))].join(' ');
}

/** `1 line`, `5 lines`. */
export function linesInWords(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}
