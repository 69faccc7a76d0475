import type { RunReport } from '../../src/domain/syncs/run-report.ts';
import { type Sync, syncs } from '../../src/domain/syncs/syncs.ts';

/** What a run tells of itself while it goes on. */
export interface RunProgress {
  readonly startedMs: number;
  readonly nowMs: number;
  readonly progress?: { readonly done: number; readonly of: number };
  readonly running: boolean;
}

/**
 * `Articles: 312 read, 9 written, 2 skipped (no number: 4711, 4712), 0 failed. 1.8 s.`, and for one
 * that goes on how far it is and when it should end.
 */
export function runInWords(sync: Sync, report: RunReport, run: RunProgress): string {
  const done = Object.entries(report.done).map(([what, count]) => `${count} ${what}`);
  const skipped = Object.values(report.skipped).reduce((sum, count) => sum + count, 0);
  const reasons = Object.entries(report.skipped).map(([why, count]) => {
    const named = report.skippedNames[why];
    return named === undefined ? `${why}: ${count}` : `${why}: ${named.join(', ')}`;
  });
  const sentence = [
    `${report.read} read`,
    ...done,
    `${skipped} skipped${reasons.length === 0 ? '' : ` (${reasons.join('; ')})`}`,
    `${report.failedCount} failed`,
  ].join(', ');
  const lines = [`**${syncs[sync].title}:** ${sentence}. ${spent(run.nowMs - run.startedMs)}.`];
  if (run.running) lines.push(goingOn(run));
  lines.push(...report.failed.map(({ name, why }) => `- ${name}: ${why}`));
  return `${lines.join('\n\n')}\n\n\u00a0`;
}

function goingOn({ startedMs, nowMs, progress }: RunProgress): string {
  if (progress === undefined || progress.done === 0) return 'It goes on.';
  const share = progress.done / progress.of;
  const left = ((nowMs - startedMs) / share) * (1 - share);
  return `It goes on: ${progress.done} of ${progress.of} (${Math.floor(share * 100)} %), about ${spent(left)} left.`;
}

function spent(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
