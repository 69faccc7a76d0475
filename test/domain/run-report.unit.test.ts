import { describe, expect, test } from 'vitest';

import { addReports, emptyReport, namedInReport } from '../../src/domain/syncs/run-report.ts';
import { readReport } from '../../src/domain/reading/read-run.ts';
import { reportInWords } from '../../src/cli/report-in-words.ts';
import { runInWords } from '../../workflows/syncs/run-words.ts';

/** As version 0.1.0 wrote it before there were names of what is skipped. */
const older = {
  read: 3,
  done: { started: 1 },
  skipped: { 'not wanted': 2 },
  failed: [],
  failedCount: 0,
};

describe('the sum of two reports', () => {
  test('adds counts and keeps the first names', () => {
    const many = Array.from({ length: namedInReport }, (_, index) => `${index}`);
    const a = { ...emptyReport, read: 2, done: { written: 1 }, pages: 1 };
    const b = {
      ...emptyReport,
      read: 5,
      done: { written: 2, equal: 3 },
      skipped: { expired: 21 },
      skippedNames: { expired: many },
      failed: [{ name: 'TS-1', why: 'It is refused.' }],
      failedCount: 1,
      pages: 1,
    };
    const sum = addReports(addReports(a, b), { ...emptyReport, skippedNames: { expired: ['x'] } });
    expect(sum).toEqual({
      read: 7,
      done: { written: 3, equal: 3 },
      skipped: { expired: 21 },
      skippedNames: { expired: many },
      failed: [{ name: 'TS-1', why: 'It is refused.' }],
      failedCount: 1,
      pages: 2,
    });
  });
});

describe('a report of an earlier version', () => {
  test('is shown in a terminal', () => {
    expect(reportInWords('orders', readReport(older))).toEqual([
      'Orders: 3 read, 1 started, 2 skipped, 0 failed.',
      '  skipped, not wanted: 2',
    ]);
  });

  test('is shown on the run’s page', () => {
    const run = { startedMs: 0, nowMs: 1_800, running: false };
    expect(runInWords('orders', readReport(older), run)).toContain(
      '2 skipped (not wanted: 2), 0 failed. 1.8 s.',
    );
  });

  test('is made whole', () => {
    expect(readReport(older)).toEqual({ ...emptyReport, ...older });
    expect(readReport({})).toEqual(emptyReport);
    expect(() => readReport({ read: '3' })).toThrow('read isn’t a number');
  });
});
