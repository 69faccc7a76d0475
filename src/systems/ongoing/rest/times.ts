import type { CalendarDate, Instant } from '../../../domain/order.ts';
import { earlier, readInstant } from '../../kit/vendor-time.ts';

/**
 * A time of a REST answer as an instant. They are UTC with `Z`; one without a zone is read as UTC
 * too. Absent, unreadable and .NET's zero date give undefined.
 */
export function instantFrom(text: string | undefined): Instant | undefined {
  const instant = text === undefined ? undefined : readInstant(text.trim());
  return instant === undefined || instant < '1900' ? undefined : instant;
}

/** The day of a REST answer's date, which comes with or without a time. */
export function dayOf(text: string | undefined): CalendarDate | undefined {
  return text === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(text.trim())?.[0];
}

/** The next run of a feed begins this much earlier than the last one did. */
const overlapMs = 5 * 60_000;

/** Where the next run of a feed begins, when the last one began at `first` by the vendor's clock. */
export const overlapped = (first: Instant): Instant => earlier(first, overlapMs);
