import { Decimal } from 'decimal.js';
import { LosslessNumber, parse, stringify } from 'lossless-json';

import type { DecimalText } from '../../../domain/decimal.ts';

/**
 * Parses JSON whose numbers stay as they were written (`LosslessNumber`), so that what was read can be
 * written back unchanged. Throws a `SyntaxError` on anything that isn't JSON.
 */
export const readJson = (text: string): unknown => parse(text);

/** The same with every number as text in plain notation, with all its digits. */
export const readJsonAsText = (text: string): unknown => parse(text, null, plainNumber);

/**
 * Writes JSON in which `exactNumber` values, and numbers that were read, stand with all their digits.
 * Absent members are left out.
 */
export function writeJson(value: unknown): string {
  const text = stringify(value);
  if (text === undefined) throw new TypeError('nothing to write');
  return text;
}

/** A decimal as a JSON number. Throws on text that isn't a decimal. */
export const exactNumber = (text: DecimalText): LosslessNumber =>
  new LosslessNumber(plainNumber(text.trim()));

/** A number of JSON in plain notation. */
export function plainNumber(text: string): DecimalText {
  // JSON forbids a leading plus, a leading or trailing point and leading zeros; DecimalText doesn't.
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? text : new Decimal(text).toFixed();
}
