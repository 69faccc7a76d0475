import type { CalendarDate, Instant } from '../../domain/order.ts';
import { dayIn, readInstant } from '../kit/vendor-time.ts';

const shape = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/i;
const zoneMarker = /T.*(Z|[+-]\d{2}:\d{2})$/i;
const midnight = /T00:00(:00(\.0+)?)?$/;

/**
 * A time of the API as an instant. A time without a zone marker is UTC: the vendor says that the API
 * answers in UTC. Undefined where the text is no time.
 */
export const instantFrom = (text: string | undefined): Instant | undefined =>
  text !== undefined && shape.test(text) ? readInstant(text.toUpperCase()) : undefined;

/**
 * The calendar day that a time of the API means, in the account's zone.
 *
 * The API has no type for a day: a delivery on the 24th is a dateTime. Written as a plain
 * `2026-11-24T00:00:00` (or only the date) it is that day, whatever the zone. Anything else is a
 * moment, in UTC unless it says otherwise, and the day is the one that the account's calendar shows
 * then: the 24th's midnight in Oslo travels as the 23rd 23:00 (in summer 22:00), with or without a Z.
 */
export function calendarDateFrom(text: string, timeZone: string): CalendarDate | undefined {
  const instant = instantFrom(text);
  if (instant === undefined) return undefined;
  if (!zoneMarker.test(text) && (!text.includes('T') || midnight.test(text))) {
    return text.slice(0, 10);
  }
  return dayIn(instant, timeZone);
}
