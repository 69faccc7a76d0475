import { Decimal } from 'decimal.js';
import { LosslessNumber, parse, stringify } from 'lossless-json';

import type { DecimalText } from '../../../domain/decimal.ts';

/**
 * Parses JSON and gives every number as text in plain notation, so that quantities, prices and ids
 * keep all their digits. Throws a `SyntaxError` on anything that isn't JSON.
 */
export function readJson(text: string): unknown {
  return parse(text, null, plainNumber);
}

/** Writes JSON in which `exactNumber` values stand with all their digits. Absent members are left out. */
export function writeJson(value: unknown): string {
  const text = stringify(value);
  if (text === undefined) throw new TypeError('nothing to write');
  return text;
}

/** A decimal as a JSON number. Throws on text that isn't a decimal. */
export function exactNumber(text: DecimalText): LosslessNumber {
  return new LosslessNumber(plainNumber(text.trim()));
}

function plainNumber(text: string): DecimalText {
  // JSON forbids a leading plus, a leading or trailing point and leading zeros; DecimalText doesn't.
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? text : new Decimal(text).toFixed();
}
