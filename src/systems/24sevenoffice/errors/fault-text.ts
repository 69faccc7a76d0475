import { DateTime } from 'luxon';

const longest = 300;

/**
 * The vendor's own words in a fault or an exception, fit to be read: without ASP.NET's preamble
 * (everything up to the last `--->`), without stack lines, file paths and e-mail addresses.
 */
export function vendorWords(text: string): string {
  const afterPreamble = text.split('--->').at(-1) ?? '';
  const withoutStack = afterPreamble
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^\s*(at\s|---)/.test(line))
    .join(' ');
  const clean = withoutStack
    .replace(/\b[A-Z]:\\\S+/g, '…')
    .replace(/\S+@\S+\.\S+/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
  return clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean;
}

/** The words as the end of a sentence, with one full stop. */
export const asSentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);

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
  const candidates = [
    DateTime.fromISO(text, { zone: 'utc' }),
    DateTime.fromISO(text.replace(' ', 'T'), { zone: 'utc' }),
    ...timeFormats.map((format) =>
      DateTime.fromFormat(text, format, { zone: 'utc', locale: 'en' }),
    ),
  ];
  return candidates.find((time) => time.isValid)?.toMillis();
}
