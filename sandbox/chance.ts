import { createHash } from 'node:crypto';

/** A fraction from 0 up to, not including, 1 that is always the same for the same words. */
export function fractionOf(...words: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(words.join('\u0000')).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

/** One of the choices, always the same for the same words. */
export function chosenBy<const Choices extends readonly [unknown, ...unknown[]]>(
  choices: Choices,
  ...words: readonly (string | number)[]
): Choices[number] {
  return choices[Math.floor(fractionOf(...words) * choices.length)] ?? choices[0];
}

/** A whole number between two, both included, always the same for the same words. */
export function wholeBetween(
  least: number,
  most: number,
  ...words: readonly (string | number)[]
): number {
  return least + Math.floor(fractionOf(...words) * (most - least + 1));
}
