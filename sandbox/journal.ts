import { matches, type OperationPattern } from './faults.ts';

/** A request that reached the sandbox. */
export interface JournalEntry {
  readonly vendor: string;
  readonly operation: string;
  /** Under which key simultaneous requests were counted. */
  readonly lane?: string;
  /** An instant, by this machine's clock. */
  readonly at: string;
  readonly ms: number;
  /** What was answered; missing where the connection was cut off. */
  readonly status?: number;
  /** The kind of the fault that hit it. */
  readonly fault?: string;
  /** Whether the vendor carried it out or refused it; false where a fault came first. */
  readonly handled: boolean;
  /** The beginning of the body, passwords blanked. Empty for all but the newest requests. */
  readonly body: string;
}

export interface JournalFilter {
  readonly vendor?: string;
  readonly operation?: OperationPattern;
}

const mostEntries = 20_000;
const mostBodies = 2_000;
const longestBody = 32_768;

/** What the sandbox received: the newest requests, and counts that forget nothing. */
export class Journal {
  #entries: JournalEntry[] = [];
  #counts: Record<string, Record<string, number>> = {};
  #inFlight = new Map<string, number>();
  #mostAtOnce = new Map<string, number>();

  add(entry: JournalEntry): void {
    const counts = (this.#counts[entry.vendor] ??= {});
    counts[entry.operation] = (counts[entry.operation] ?? 0) + 1;
    this.#entries.push({ ...entry, body: keptBody(entry.body) });
    // Cut in blocks: shifting one by one would move the whole ring for every request.
    if (this.#entries.length >= mostEntries * 1.1)
      this.#entries = this.#entries.slice(-mostEntries);
    const aged = this.#entries.length - mostBodies - 1;
    const old = this.#entries[aged];
    if (old !== undefined && old.body !== '') this.#entries[aged] = { ...old, body: '' };
  }

  /** The newest requests that fit, oldest first: at most 20,000. */
  requests(filter: JournalFilter = {}): readonly JournalEntry[] {
    return this.#entries
      .slice(-mostEntries)
      .filter(
        (entry) =>
          (filter.vendor === undefined || entry.vendor === filter.vendor) &&
          matches(filter.operation, entry.operation),
      );
  }

  /** How many requests came, by vendor and operation. */
  counts(): Record<string, Record<string, number>> {
    return structuredClone(this.#counts);
  }

  /** A request of this lane is being worked on, until the given function is called, once. */
  enter(lane: string): () => void {
    const now = (this.#inFlight.get(lane) ?? 0) + 1;
    this.#inFlight.set(lane, now);
    this.#mostAtOnce.set(lane, Math.max(now, this.#mostAtOnce.get(lane) ?? 0));
    return () => void this.#inFlight.set(lane, (this.#inFlight.get(lane) ?? 1) - 1);
  }

  /** The most requests that were ever worked on at once, by `<vendor>/<lane>`. */
  mostAtOnce(): Record<string, number> {
    return Object.fromEntries(this.#mostAtOnce);
  }

  /** Starts afresh: requests, counts and the most at once. */
  forget(): void {
    this.#entries = [];
    this.#counts = {};
    this.#mostAtOnce = new Map();
  }
}

const keptBody = (body: string): string =>
  body.slice(0, longestBody).replace(/(<(?:\w+:)?Password>)[^<]*/gi, '$1***');
