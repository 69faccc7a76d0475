import { hint } from './hint.ts';
import type { KeyMeaning } from './field.ts';
import { field, Refusal } from './field.ts';

/** One of a few words. */
export function choice<const Word extends string>(
  description: string,
  words: readonly Word[],
  meaning: Partial<KeyMeaning> = {},
) {
  return field({ type: words.join(' or '), ...meaning, description }, (raw): Word | Refusal => {
    const word = words.find((candidate) => candidate === raw.trim());
    return word ?? new Refusal(`is not one of ${words.join(', ')}; ${hint(raw, words)}`);
  });
}

/** A switch: `true` or `false`. */
export function toggle(description: string) {
  return field({ description, type: 'true or false' }, (raw) => {
    const word = raw.trim().toLowerCase();
    if (word === 'true') return true;
    return word === 'false' ? false : new Refusal('is neither true nor false; write one of them');
  });
}
