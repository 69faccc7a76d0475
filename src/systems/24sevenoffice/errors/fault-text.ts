import { DateTime } from 'luxon';

import { readInstant } from '../../kit/vendor-time.ts';
import { shortened, withoutEmails } from '../../kit/words/vendor-words.ts';

/** A stack may follow; no more of a text is looked at. */
const mostRead = 20_000;
const hidden = '…';

/**
 * The vendor's own words in a fault or an exception, fit to be read: without ASP.NET's preamble
 * (everything up to the last `--->`), without stack lines, file paths and e-mail addresses.
 */
export function vendorWords(text: string): string {
  const afterPreamble = text.slice(0, mostRead).split('--->').at(-1) ?? '';
  const withoutStack = afterPreamble
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^\s*(at\s|---)/.test(line))
    .join(' ')
    .replace(/\b[A-Z]:\\\S+/g, hidden);
  return shortened(withoutEmails(withoutStack, hidden).replace(/\s+/g, ' ').trim());
}

const timeFormats = [
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
  'dd.MM.yyyy HH:mm:ss',
  'dd.MM.yyyy HH:mm',
  'M/d/yyyy h:mm:ss a',
  'M/d/yyyy h:mm a',
  'M/d/yyyy HH:mm:ss',
];
const longestQuarantineMs = 25 * 60 * 60 * 1_000;

/**
 * When a spent quota's quarantine ends, in epoch milliseconds. The quota is counted by the hour; where
 * the fault's time can't be read, or makes no sense, that is the next full hour. Without a zone the
 * time is UTC, as all of the API's.
 */
export function quarantineEnd(text: string, nowMs: number): number {
  const named = /quarantine ends at:?\s+(.+)/i.exec(text)?.[1]?.trim().replace(/\.$/, '');
  const end = named === undefined ? undefined : epochOf(named);
  if (end !== undefined && end > nowMs && end - nowMs <= longestQuarantineMs) return end;
  return DateTime.fromMillis(nowMs, { zone: 'utc' }).startOf('hour').plus({ hours: 1 }).toMillis();
}

function epochOf(text: string): number | undefined {
  const end = [
    readInstant(text),
    readInstant(text.replace(' ', 'T')),
    ...timeFormats.map((format) => readInstant(text, format)),
  ].find((instant) => instant !== undefined);
  return end === undefined ? undefined : Date.parse(end);
}
