import { namedInReport, type RunReport } from '../../src/domain/syncs/run-report.ts';

/** Counts what one page of a run does. */
export class PageReport {
  readonly #read: number;
  readonly #done: Record<string, number> = {};
  readonly #skipped: Record<string, number> = {};
  readonly #skippedNames: Record<string, string[]> = {};
  readonly #failed: { name: string; why: string }[] = [];
  #failedCount = 0;

  constructor(read: number) {
    this.#read = read;
  }

  done(what: string, count = 1): void {
    this.#done[what] = (this.#done[what] ?? 0) + count;
  }

  /** @param name given where a person can do something about it */
  skipped(why: string, name?: string): void {
    this.#skipped[why] = (this.#skipped[why] ?? 0) + 1;
    if (name === undefined) return;
    const names = (this.#skippedNames[why] ??= []);
    if (names.length < namedInReport) names.push(name);
  }

  failed(name: string, why: string): void {
    this.#failedCount += 1;
    if (this.#failed.length < namedInReport) this.#failed.push({ name, why });
  }

  toJSON(): RunReport {
    return {
      read: this.#read,
      done: this.#done,
      skipped: this.#skipped,
      skippedNames: this.#skippedNames,
      failed: this.#failed,
      failedCount: this.#failedCount,
      pages: 1,
    };
  }
}
