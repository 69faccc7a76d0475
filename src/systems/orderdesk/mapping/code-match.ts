import type { OrderDeskSettings } from '../settings.ts';

/** An article that is sent for an item code, and how many of it for one item. */
export interface Component {
  readonly articleNumber: string;
  readonly times: number;
}

/**
 * The articles that are sent for an item's code: those that the match names, each once with the number
 * of its repetitions, else the code itself.
 */
export function componentsOf(
  code: string,
  codeMatch: OrderDeskSettings['products']['codeMatch'],
): readonly Component[] {
  const row = Object.entries(codeMatch).find(([written]) => written.trim() === code);
  const numbers = (row?.[1] ?? '')
    .split(',')
    .map((number) => number.trim())
    .filter((number) => number !== '');
  if (numbers.length === 0) return [{ articleNumber: code, times: 1 }];
  const times = new Map<string, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  return [...times].map(([articleNumber, count]) => ({ articleNumber, times: count }));
}
