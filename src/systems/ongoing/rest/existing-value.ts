import { compareDecimals, isDecimalText } from '../../../domain/decimal.ts';
import type { ExtraFieldTarget } from './orders/extra-field-targets.ts';

/** Whether a field that was read holds another value than the wanted one, by the field's own type. */
export function differs(
  type: ExtraFieldTarget['type'] | undefined,
  wanted: string,
  held: unknown,
): boolean {
  const want = wanted.trim();
  if (want === '') return false;
  const have = typeof held === 'string' || typeof held === 'boolean' ? String(held).trim() : '';
  switch (type) {
    case 'decimal':
    case 'integer':
      return !isDecimalText(have) || !isDecimalText(want) || compareDecimals(have, want) !== 0;
    case 'boolean':
      return /^(true|1)$/i.test(want) !== /^(true|1)$/i.test(have);
    case 'date':
      return have.slice(0, 10) !== want.slice(0, 10);
    default:
      return have !== want;
  }
}

/** What stands at the end of a path of members; undefined where the path breaks off. */
export function valueAt(record: unknown, path: readonly string[]): unknown {
  let value = record;
  for (const member of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(member);
  }
  return value;
}
