import { DateTime, IANAZone } from 'luxon';

import type { CalendarDate, Instant } from '../../../domain/order.ts';
import { field, Refusal } from './field.ts';

/** A time zone by its IANA name. */
export function timeZone(description: string) {
  return field({ description, type: 'IANA time zone', example: 'Europe/Oslo' }, (raw) => {
    const zone = raw.trim();
    // Offsets such as +01:00 pass as zones with the runtime but know no summer time.
    if (/^[A-Za-z]/.test(zone) && IANAZone.isValidZone(zone)) return zone;
    return new Refusal('is not a time zone; write its IANA name, such as Europe/Oslo');
  });
}

/** A day, `YYYY-MM-DD`. */
export function calendarDate(description: string, example: string) {
  return field(
    { description, type: 'date, YYYY-MM-DD', example },
    (raw): CalendarDate | Refusal => {
      const date = DateTime.fromFormat(raw.trim(), 'yyyy-MM-dd', { zone: 'utc' });
      return date.isValid ? raw.trim() : new Refusal('is not a date; write it as 2026-11-01');
    },
  );
}

/** When a day begins in a time zone. */
export function startOfDay(date: CalendarDate, zone: string): Instant {
  const start = DateTime.fromISO(date, { zone }).startOf('day').toUTC().toISO();
  if (start === null) throw new RangeError(`not a day in ${zone}: ${date}`);
  return start;
}
