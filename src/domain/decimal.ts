import { Decimal } from 'decimal.js';

/**
 * A decimal number as text in plain notation with a point: `-12`, `0.5`, `739.50`.
 * Money, quantities and weights stay in this form from where they enter to where they leave, so
 * that no binary float ever rounds them.
 */
export type DecimalText = string;

const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** Whether the text is a decimal in plain notation. Scientific notation and blanks are not. */
export function isDecimalText(text: string): boolean {
  return plain.test(text.trim());
}

/** Plain notation without trailing zeros: `14.0000` becomes `14`. Throws on anything else. */
export function normalDecimal(text: DecimalText): DecimalText {
  if (!isDecimalText(text)) throw new RangeError(`not a decimal: ${text}`);
  const value = new Decimal(text.trim());
  return value.isZero() ? '0' : value.toFixed();
}

/** -1, 0 or 1, by value: `14.0000` equals `14`. */
export function compareDecimals(a: DecimalText, b: DecimalText): -1 | 0 | 1 {
  return new Decimal(a).comparedTo(new Decimal(b)) as -1 | 0 | 1;
}

/** The product in plain notation, exact for the sizes that goods have (40 significant digits). */
export function multiplyDecimals(a: DecimalText, b: DecimalText): DecimalText {
  const Exact = Decimal.clone({ precision: 40 });
  return new Exact(a).times(b).toFixed();
}
