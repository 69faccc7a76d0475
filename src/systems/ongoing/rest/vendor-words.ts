import { mask, plainText, shortened, withoutEmails } from '../../kit/words/vendor-words.ts';

/** What of a request may come back in the vendor's words. */
export interface Echoes {
  /** Names, addresses, phones and e-mails of the request: never repeated. */
  readonly personal: readonly string[];
  /** Order, article and row numbers: repeated although they look like phone numbers. */
  readonly known: readonly string[];
}

export const noEchoes: Echoes = { personal: [], known: [] };

const date = /^\d{4}-\d{2}-\d{2}/;

/** The vendor's words as an operator may read them: plain text, short, without personal data. */
export const presentable = (words: string, { personal, known }: Echoes): string =>
  shortened(maskContacts(maskValues(plainText(words), personal), known));

/** The text without e-mail addresses and without digits that may be a phone number. */
export function maskContacts(text: string, known: readonly string[] = []): string {
  const kept = new Set(known.map((value) => value.trim()));
  return withoutEmails(text).replace(/\+?\d(?:[\s()./-]?\d){6,}/g, (digits) =>
    kept.has(digits) || date.test(digits) ? digits : mask,
  );
}

function maskValues(text: string, personal: readonly string[]): string {
  const values = personal
    .map((value) => value.replace(/\s+/g, ' ').trim())
    .filter((value) => value.length >= 3)
    .sort((a, b) => b.length - a.length);
  if (values.length === 0) return text;
  return text.replace(new RegExp(values.map(escapeForPattern).join('|'), 'giu'), mask);
}

function escapeForPattern(value: string): string {
  return value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
