import { closest, distance } from 'fastest-levenshtein';

/** The known word that was probably meant: near enough for its length, else undefined. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length > 100) return undefined;
  const lower = word.toLowerCase();
  const same = known.find((candidate) => candidate.toLowerCase() === lower);
  if (same !== undefined) return same;
  const best = closest(
    lower,
    known.map((candidate) => candidate.toLowerCase()),
  );
  const allowed = Math.max(1, Math.floor(Math.max(word.length, best.length) / 3));
  if (distance(lower, best) > allowed) return undefined;
  return known.find((candidate) => candidate.toLowerCase() === best);
}

const mostListed = 24;

/** `did you mean x?`, or all that is known. */
export function hint(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  if (meant !== undefined) return `did you mean ${meant}?`;
  const listed = known.slice(0, mostListed).join(', ');
  return `known here: ${listed}${known.length > mostListed ? ', …' : ''}`;
}
