import { field, Refusal } from './field.ts';

const largestInt32 = 2_147_483_647;

/** A whole number from 1 to 2147483647. */
export function wholeNumber(description: string, example?: string) {
  const meaning = { description, type: 'whole number' };
  return field(example === undefined ? meaning : { ...meaning, example }, parsedNumber);
}

/** The number that a text writes, or why it isn't one that the warehouse can have. */
export function parsedNumber(raw: string): number | Refusal {
  const value = /^\d{1,10}$/.test(raw.trim()) ? Number(raw) : 0;
  if (value >= 1 && value <= largestInt32) return value;
  return new Refusal(`is not a whole number from 1 to ${largestInt32}`);
}

/** A share such as `20%`, in percent. */
export function percentage(description: string) {
  return field({ description, type: 'share in percent' }, (raw) => {
    const digits = /^(\d{1,3})\s?%$/.exec(raw.trim())?.[1];
    const value = digits === undefined ? Number.NaN : Number(digits);
    return value <= 100 ? value : new Refusal('is not a share; write 20%, at most 100%');
  });
}
