import { DateTime } from 'luxon';

/**
 * How this one answer is written. The vendor's answers differ in form where they mean the same; the
 * simulation varies them, so that every client meets every form, and always the same ones in a test.
 */
export type Manner = ReturnType<typeof mannerOf>;

const calendarDate = /^\d{4}-\d\d-\d\d$/;
const emptyArrays = ['left out', 'empty', 'nil'] as const;

/**
 * @param answer the answer's number; the same number gives the same forms
 * @param timeZone of the merchant: a calendar date with `Z` is its local midnight, told in UTC
 */
export function mannerOf(answer: number, timeZone: string) {
  let state = (answer * 2_654_435_761) >>> 0;
  const midnights = new Map<string, string>();

  function turn(count: number): number {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  }

  function localMidnight(date: string): string {
    let known = midnights.get(date);
    if (known === undefined) {
      const midnight = DateTime.fromISO(date, { zone: timeZone }).toUTC();
      known = midnight.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
      midnights.set(date, known);
    }
    return known;
  }

  return {
    /** How an array without items is told; takes turns from answer to answer. */
    emptyArray: emptyArrays[answer % emptyArrays.length] ?? 'left out',
    /** True once in about as many times as said. */
    oneIn: (times: number): boolean => turn(times) === 0,
    /** An instant or a calendar date as a dateTime: with `Z`, or without a zone. */
    dateTime(value: string): string {
      const zoned = turn(2) === 0;
      if (calendarDate.test(value)) return zoned ? localMidnight(value) : `${value}T00:00:00`;
      const seconds = value.replace(/\.000Z$/, 'Z');
      return zoned ? seconds : seconds.replace(/Z$/, '');
    },
    /** A decimal with or without zeros at its end: `4`, `4.0`, `4.0000`. */
    decimal(value: string): string {
      const zeros = [0, 1, 4][turn(3)] ?? 0;
      if (zeros === 0) return value;
      const [whole = '0', fraction = ''] = value.split('.');
      return `${whole}.${fraction.padEnd(zeros, '0')}`;
    },
  };
}
