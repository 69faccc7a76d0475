import { DateTime } from 'luxon';

import type { CalendarDate, Instant } from '../../domain/order.ts';

/**
 * A vendor's time as an instant; undefined where the text isn't one. Without a zone of its own it is
 * in UTC.
 * @param format Luxon's tokens; ISO 8601 where it isn't given
 */
export function readInstant(text: string, format?: string): Instant | undefined {
  const time =
    format === undefined
      ? DateTime.fromISO(text, { zone: 'utc' })
      : DateTime.fromFormat(text, format, { zone: 'utc', locale: 'en' });
  return time.isValid ? time.toJSDate().toISOString() : undefined;
}

/** The vendor's clock at an answer, by its HTTP `Date`; our own where it names none. */
export function vendorClock(date: string | undefined): Instant {
  const named = Date.parse(date ?? '');
  return new Date(Number.isNaN(named) ? Date.now() : named).toISOString();
}

/** The calendar day that an instant falls on in a zone. */
export const dayIn = (instant: Instant, timeZone: string): CalendarDate =>
  DateTime.fromISO(instant, { zone: timeZone }).toISODate() ?? instant.slice(0, 10);

/** An instant some milliseconds before another. */
export const earlier = (instant: Instant, byMs: number): Instant =>
  new Date(Date.parse(instant) - byMs).toISOString();
