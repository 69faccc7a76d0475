import { DateTime } from 'luxon';

import { fractionOf } from '../chance.ts';

const vendorFormat = 'yyyy-MM-dd HH:mm:ss';
const wholeSecond = 1_000;

/** An instant as the vendor writes it: in UTC, to the second, without a zone. */
export const vendorTime = (instant: string): string =>
  DateTime.fromISO(instant, { zone: 'utc' }).toFormat(vendorFormat);

/** The day of an instant, in UTC: `2026-11-21`. */
export const vendorDay = (instant: string): string => vendorTime(instant).slice(0, 10);

/** A time of the vendor's form as epoch milliseconds; undefined where it isn't one. */
export function readVendorTime(text: string, zone: string): number | undefined {
  const time = DateTime.fromFormat(text, vendorFormat, { zone });
  return time.isValid ? time.toMillis() : undefined;
}

/** An instant to the second, as epoch milliseconds: the vendor's dates have no smaller parts. */
export const secondOf = (instant: string): number =>
  Math.floor(Date.parse(instant) / wholeSecond) * wholeSecond;

/**
 * A decimal as the vendor's PHP has it at this place: now a number, now text. Which of them depends
 * on the words alone.
 */
export function mixed(decimal: string, ...words: readonly (string | number)[]): string | number {
  if (decimal === '') return '';
  return fractionOf('mixed', ...words) < 0.5 ? Number(decimal) : decimal;
}

/** Named values as PHP writes them: an object, but an empty list where there are none. */
export const phpMap = (
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | readonly [] =>
  Object.keys(values).length === 0 ? [] : { ...values };
