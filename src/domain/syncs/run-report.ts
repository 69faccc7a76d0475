/** What one run of a process did: its result, and what an operator reads in its details. */
export interface RunReport {
  /** Entries read from the vendor. */
  readonly read: number;
  /** Entries that were acted on, by what was done: `started: 3`, `written: 9`. */
  readonly done: Readonly<Record<string, number>>;
  /** Entries that nothing was done for, by reason: `not followed: 12`. */
  readonly skipped: Readonly<Record<string, number>>;
  /** The first of those that were skipped for a reason that a person can mend, by reason. */
  readonly skippedNames: Readonly<Record<string, readonly string[]>>;
  /** The first entries that failed, each with why. */
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  readonly failedCount: number;
  /** Pages that the run was read in. */
  readonly pages: number;
}

/** A report of nothing. */
export const emptyReport: RunReport = {
  read: 0,
  done: {},
  skipped: {},
  skippedNames: {},
  failed: [],
  failedCount: 0,
  pages: 0,
};

/** How many failures, and how many names for each reason, a report holds. */
export const namedInReport = 20;

/** The sum of two reports of the same run. */
export function addReports(a: RunReport, b: RunReport): RunReport {
  return {
    read: a.read + b.read,
    done: addCounts(a.done, b.done),
    skipped: addCounts(a.skipped, b.skipped),
    skippedNames: addNames(a.skippedNames, b.skippedNames),
    failed: [...a.failed, ...b.failed].slice(0, namedInReport),
    failedCount: a.failedCount + b.failedCount,
    pages: a.pages + b.pages,
  };
}

function addCounts(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum: Record<string, number> = { ...a };
  for (const [key, count] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

function addNames(a: RunReport['skippedNames'], b: RunReport['skippedNames']) {
  const sum: Record<string, readonly string[]> = { ...a };
  for (const [why, names] of Object.entries(b)) {
    sum[why] = [...(sum[why] ?? []), ...names].slice(0, namedInReport);
  }
  return sum;
}
