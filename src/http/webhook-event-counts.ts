/** How many hints came, by connection and by what became of them: `nordlys: { taken: 3 }`. */
export type HintCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Counts hints since the start of the process. */
export class HintCounter {
  readonly #counts: Record<string, Record<string, number>> = {};

  count(connection: string, outcome: string): void {
    const counts = (this.#counts[connection] ??= {});
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }

  get counts(): HintCounts {
    return structuredClone(this.#counts);
  }
}
