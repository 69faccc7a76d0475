import type { Sync } from '../domain/syncs.ts';
import { type StoredReport, wholeReport } from '../domain/run-report.ts';

/** A run's report as lines for the terminal; one of an earlier version may lack members. */
export function reportInWords(process: Sync, stored: StoredReport): string[] {
  const report = wholeReport(stored);
  const skipped = Object.values(report.skipped).reduce((sum, count) => sum + count, 0);
  const done = Object.entries(report.done).map(([what, count]) => `${count} ${what}`);
  const title = process.charAt(0).toUpperCase() + process.slice(1);
  return [
    `${title}: ${[`${report.read} read`, ...done, `${skipped} skipped`, `${report.failedCount} failed`].join(', ')}.`,
    ...Object.entries(report.skipped).map(([why, count]) => {
      const names = report.skippedNames[why];
      return `  skipped, ${why}: ${count}${names === undefined ? '' : ` (${names.join(', ')})`}`;
    }),
    ...report.failed.map(({ name, why }) => `  failed, ${name}: ${why}`),
    ...(report.failedCount > report.failed.length
      ? [`  and ${report.failedCount - report.failed.length} more`]
      : []),
  ];
}
