import { Decimal } from 'decimal.js';
import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/**
 * Parses JSON whose numbers stay as they were written, so that ids beyond 32 bits keep their digits
 * and what was read can be written back unchanged. Throws a `SyntaxError` on anything else.
 */
export function readJson(text: string): unknown {
  return parse(text);
}

/** Writes JSON; numbers that were read go out as they came. Absent members are left out. */
export function writeJson(value: unknown): string {
  const text = stringify(value);
  if (text === undefined) throw new TypeError('nothing to write');
  return text;
}

/** A number as JSON writes it. Throws on text that isn't one. */
export const exactNumber = (text: string): LosslessNumber => new LosslessNumber(text);

/** A string, a number or a truth value as text, numbers in plain notation; undefined for anything else. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (!isLosslessNumber(value)) return undefined;
  return /e/i.test(value.value) ? new Decimal(value.value).toFixed() : value.value;
}
