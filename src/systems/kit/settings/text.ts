import { Secret } from './secret.ts';
import type { KeyMeaning } from './field.ts';
import { field, Refusal } from './field.ts';

const longest = 500;
const controls = /\p{Cc}/u;

/** Free text of at most 500 characters on one line, without blanks around it. */
export function text(description: string, meaning: Partial<KeyMeaning> = {}) {
  return field({ type: 'text', ...meaning, description }, (raw) => {
    const trimmed = raw.trim();
    return unfit(trimmed) ?? trimmed;
  });
}

/** A text that is never shown. Kept exactly as it is: a password may begin with a blank. */
export function secret(description: string, example: string) {
  const meaning = { description, type: 'text, secret', example, secret: true };
  return field(meaning, (raw) => unfit(raw) ?? new Secret(raw));
}

/** A GUID: an id of 24SevenOffice. */
export function guid(description: string, example: string) {
  return field({ description, type: 'GUID', example }, (raw) => {
    const plain = raw.trim().replace(/^\{(.*)\}$/, '$1');
    if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(plain)) return plain.toLowerCase();
    return new Refusal('is not a GUID such as 0b8f2f0e-1111-4a5b-8c1d-000000000101');
  });
}

function unfit(raw: string): Refusal | undefined {
  if (raw === '') return new Refusal('is empty');
  if (raw.length > longest) return new Refusal(`is longer than ${longest} characters`);
  return controls.test(raw)
    ? new Refusal('holds a line break or another control character')
    : undefined;
}
