import type { Process } from '../../src/domain/names.ts';
import type { RunReport } from '../../src/domain/run-report.ts';

const names: Readonly<Record<Process, string>> = { orders: 'Orders', shipments: 'Shipments' };

/** `Orders: 12 read, 3 started, 9 skipped (seen before: 9), 0 failed. 1 call.` */
export function runInWords(process: Process, report: RunReport, running: boolean): string {
  const done = Object.entries(report.done).map(([what, count]) => `${count} ${what}`);
  const skips = Object.entries(report.skipped);
  const skipped = skips.reduce((sum, [, count]) => sum + count, 0);
  const reasons = skips.map(([why, count]) => `${why}: ${count}`).join(', ');
  const parts = [
    `${report.read} read`,
    ...done,
    `${skipped} skipped${reasons === '' ? '' : ` (${reasons})`}`,
    `${report.failedCount} failed`,
  ];
  const calls = report.calls === 1 ? '1 page' : `${report.calls} pages`;
  return `${names[process]}: ${parts.join(', ')}. ${calls}.${running ? ' More follow.' : ''}\n\n\u00a0`;
}
