/** Named values as people type them; blank ones aren't in it. */
export type NamedFields = Readonly<Record<string, string>>;

const plain = (name: string): string => name.replace(/[\s_-]+/g, '').toLowerCase();

/**
 * The value of a field that people name by hand: in the first place that has it, spelt as given, else
 * whatever the casing, the blanks and the hyphens. A blank value counts as absent.
 */
export function namedField(name: string, places: readonly NamedFields[]): string | undefined {
  for (const place of places) {
    const exact = Object.hasOwn(place, name) ? place[name] : undefined;
    const found =
      exact ?? Object.entries(place).find(([written]) => plain(written) === plain(name))?.[1];
    if (found !== undefined && found.trim() !== '') return found.trim();
  }
  return undefined;
}
