import type { Sync } from '../domain/syncs/syncs.ts';
import type { RunReport } from '../domain/syncs/run-report.ts';

/** A run's report as lines for the terminal. */
export function reportInWords(sync: Sync, report: RunReport): string[] {
  const skipped = Object.values(report.skipped).reduce((sum, count) => sum + count, 0);
  const done = Object.entries(report.done).map(([what, count]) => `${count} ${what}`);
  const title = sync.charAt(0).toUpperCase() + sync.slice(1);
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
