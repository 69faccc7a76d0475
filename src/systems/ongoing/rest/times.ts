import { DateTime } from 'luxon';

import type { CalendarDate, Instant } from '../../../domain/order.ts';

/**
 * A time of a REST answer as an instant. They are UTC with `Z`; one without a zone is read as UTC
 * too. Absent, unreadable and .NET's zero date give undefined.
 */
export function instantFrom(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const time = DateTime.fromISO(text.trim(), { zone: 'utc' });
  if (!time.isValid || time.year < 1900) return undefined;
  return time.toISO();
}

/** The day of a REST answer's date, which comes with or without a time. */
export function dayOf(text: string | undefined): CalendarDate | undefined {
  return text === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(text.trim())?.[0];
}

/** The next run of a feed begins this much earlier than the last one did. */
const overlapMs = 5 * 60_000;

/** Where the next run of a feed begins, when the last one began at `first` by the vendor's clock. */
export function overlapped(first: Instant): Instant {
  return new Date(Date.parse(first) - overlapMs).toISOString();
}
