import { Decimal } from 'decimal.js';
import { LosslessNumber } from 'lossless-json';

import type { Shape } from '../../src/systems/ongoing/contract/member.ts';

/** A decimal as .NET writes it into JSON: exact, and never without a decimal place. */
export function wireDecimal(value: Decimal | string): LosslessNumber {
  const plain = new Decimal(value).toFixed();
  return new LosslessNumber(plain.includes('.') ? plain : `${plain}.0`);
}

/** An instant in UTC with `Z`; null stays null. */
export function wireTime(time: number): string;
export function wireTime(time: number | null): string | null;
export function wireTime(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

/** The members of `names`, null where `body` doesn't have them: nothing is ever left out. */
export function withNulls(
  body: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, body[name] ?? null]));
}

/** The names of a shape's members, but for some. */
export const membersBut = <Of extends Shape>(
  shape: Of,
  others: readonly (keyof Of)[],
): readonly string[] => Object.keys(shape).filter((name) => !others.includes(name));
