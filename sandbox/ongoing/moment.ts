const date = /^(\d{4})-(\d{2})-(\d{2})$/;
const time =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The vendor's database can't hold earlier days; "no date" of other systems is often year 1. */
const firstYear = 1753;

/** Whether the text is a calendar date that exists. */
export function isCalendarDate(value: string): boolean {
  const parts = date.exec(value);
  if (parts === null || Number(parts[1]) < firstYear) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Whether the text is a calendar date, or a time on one with an explicit offset. */
export function isMoment(value: string): boolean {
  return isCalendarDate(value) || isTime(value);
}

/** Whether the text is a time with an explicit offset. A bare date or a time without zone isn't. */
export function isTime(value: string): boolean {
  const parts = time.exec(value);
  return parts !== null && isCalendarDate(parts[1] ?? '') && !Number.isNaN(Date.parse(value));
}
