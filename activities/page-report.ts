import type { RunReport } from '../src/domain/run-report.ts';

/** Counts what one page of a run does. */
export class PageReport {
  readonly #read: number;
  readonly #done: Record<string, number> = {};
  readonly #skipped: Record<string, number> = {};

  constructor(read: number) {
    this.#read = read;
  }

  done(what: string): void {
    this.#done[what] = (this.#done[what] ?? 0) + 1;
  }

  skipped(why: string): void {
    this.#skipped[why] = (this.#skipped[why] ?? 0) + 1;
  }

  toJSON(): RunReport {
    return {
      read: this.#read,
      done: this.#done,
      skipped: this.#skipped,
      failed: [],
      failedCount: 0,
      calls: 1,
    };
  }
}
