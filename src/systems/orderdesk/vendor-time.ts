import { DateTime } from 'luxon';

import type { CalendarDate, Instant } from '../../domain/order.ts';

const format = 'yyyy-MM-dd HH:mm:ss';

/** A time of the API, which is in UTC and says no zone, as an instant; undefined where it isn't one. */
export function instantFrom(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const time = DateTime.fromFormat(text, format, { zone: 'utc' });
  return time.isValid ? time.toJSDate().toISOString() : undefined;
}

/** An instant as the API writes it. */
export const vendorTime = (instant: Instant): string =>
  DateTime.fromISO(instant, { zone: 'utc' }).toFormat(format);

/** The day of an instant in a zone. */
export const dayOf = (instant: Instant, timeZone: string): CalendarDate =>
  DateTime.fromISO(instant, { zone: timeZone }).toISODate() ?? instant.slice(0, 10);
