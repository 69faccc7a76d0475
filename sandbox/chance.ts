import { createHash } from 'node:crypto';

type Words = readonly (string | number)[];

/** A fraction from 0 up to, not including, 1 that is always the same for the same words. */
export function fractionOf(...words: Words): number {
  const digest = createHash('sha256').update(words.join('\u0000')).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

/** True in a share of cases, 0 to 1, always the same for the same words. */
export const happens = (share: number, ...words: Words): boolean => fractionOf(...words) < share;

/** A whole number between two, both included, always the same for the same words. */
export const wholeBetween = (least: number, most: number, ...words: Words): number =>
  least + Math.floor(fractionOf(...words) * (most - least + 1));

/** One of the choices, always the same for the same words; undefined where there is none. */
export function chosenBy<Choice>(choices: readonly [Choice, ...Choice[]], ...words: Words): Choice;
export function chosenBy<Choice>(choices: readonly Choice[], ...words: Words): Choice | undefined;
export function chosenBy<Choice>(choices: readonly Choice[], ...words: Words): Choice | undefined {
  return choices[wholeBetween(0, choices.length - 1, ...words)];
}
