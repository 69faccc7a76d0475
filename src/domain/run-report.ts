/** What one run of a process did: its result, and what an operator reads in its details. */
export interface RunReport {
  /** Entries read from the vendor. */
  readonly read: number;
  /** Orders started, signalled or written, by what was done: `started: 3`. */
  readonly done: Readonly<Record<string, number>>;
  /** Entries that nothing was done for, by reason: `not followed: 12`. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Entries that failed, each named: the first 50. */
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  readonly failedCount: number;
  /** Calls to the vendor. */
  readonly calls: number;
}

/** A report of nothing. */
export const emptyReport: RunReport = {
  read: 0,
  done: {},
  skipped: {},
  failed: [],
  failedCount: 0,
  calls: 0,
};

const namedFailures = 50;

/** The sum of two reports of the same run. */
export function addReports(a: RunReport, b: RunReport): RunReport {
  return {
    read: a.read + b.read,
    done: addCounts(a.done, b.done),
    skipped: addCounts(a.skipped, b.skipped),
    failed: [...a.failed, ...b.failed].slice(0, namedFailures),
    failedCount: a.failedCount + b.failedCount,
    calls: a.calls + b.calls,
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
