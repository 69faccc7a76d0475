import type { Tracking } from '../../../domain/shipment.ts';

/** Characters that 24SevenOffice takes in InvoiceText. */
const longestText = 750;
/** Begins each line of ours, so that the line is known again. */
const prefix = 'Tracking: ';
const ourLines = /(^|\r\n|\r|\n)Tracking: [^\r\n]*/g;

/**
 * An order's text with the waybills that aren't in it yet, on a line of their own at its end:
 * `Tracking: 7331 https://carrier.example/7331, 7332`. What people wrote stays as it is. Where the
 * links don't fit, the numbers stand without them; where the numbers don't, the last ones are left out
 * whole and counted. Undefined where there is nothing to add, or no room for one number.
 */
export function withTracking(
  text: string | undefined,
  tracking: readonly Tracking[],
): string | undefined {
  const before = text ?? '';
  const missing = missingFrom(before, tracking);
  const start = before === '' ? prefix : `${before}\n${prefix}`;
  const fitting = [
    missing.map(({ number, url }) => (url === undefined ? number : `${number} ${url}`)),
    missing.map(({ number }) => number),
  ].find((entries) => start.length + entries.join(', ').length <= longestText);
  const entries = fitting ?? asManyAsFit(missing, longestText - start.length);
  return entries.length === 0 ? undefined : `${start}${entries.join(', ')}`;
}

/** The text without the lines that are ours; undefined where nothing else is there. */
export function withoutTracking(text: string | undefined): string | undefined {
  const others = text?.replaceAll(ourLines, '').trim();
  return others === '' ? undefined : others;
}

/** Those that the text doesn't name yet, each once, on one line. */
function missingFrom(text: string, tracking: readonly Tracking[]): Tracking[] {
  const missing = new Map<string, Tracking>();
  for (const { number, url } of tracking) {
    const written = number.trim().replaceAll(/\s+/g, ' ');
    if (written === '' || missing.has(written) || names(text, written)) continue;
    // A link with a blank in it would be read as two words.
    const link = url !== undefined && /^\S+$/.test(url) ? { url } : {};
    missing.set(written, { number: written, ...link });
  }
  return [...missing.values()];
}

/** Whether the text holds the number by itself, not as a part of a longer one. */
function names(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at !== -1; at = text.indexOf(number, at + 1)) {
    const around = [text[at - 1], text[at + number.length]];
    if (!around.some((letter) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter))) return true;
  }
  return false;
}

/** The first numbers, the last with how many are left out: `7331`, `7332 and 5 more`. */
function asManyAsFit(missing: readonly Tracking[], room: number): string[] {
  const numbers = missing.map(({ number }) => number);
  for (let kept = numbers.length - 1; kept > 0; kept -= 1) {
    const entries = numbers.slice(0, kept);
    entries[kept - 1] += ` and ${numbers.length - kept} more`;
    if (entries.join(', ').length <= room) return entries;
  }
  return [];
}
