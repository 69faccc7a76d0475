import { PassThrough } from 'node:stream';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { progressPrinter } from '../../../src/temporal/development-server/progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is printed where lines stay. */
function printed() {
  const stream = new PassThrough();
  const { onStep, done } = progressPrinter(stream as unknown as NodeJS.WriteStream);
  return { onStep, done, lines: () => String(stream.read() ?? '').split('\n') };
}

test('where lines stay, a step is told once and then every 15 s', () => {
  const { onStep, done, lines } = printed();
  let megabytes = 0;
  onStep(() => `Downloading, ${megabytes} MB`);
  vi.advanceTimersByTime(14_000);
  megabytes = 7;
  vi.advanceTimersByTime(17_000);
  onStep(() => 'Compiling');
  vi.advanceTimersByTime(1_000);
  done();
  vi.advanceTimersByTime(60_000);
  expect(lines()).toEqual([
    'Downloading, 0 MB …',
    'Downloading, 7 MB … 15 s',
    'Downloading, 7 MB … 30 s',
    'Compiling …',
    '',
  ]);
});

test('minutes are told as minutes', () => {
  const { onStep, done, lines } = printed();
  onStep(() => 'Compiling');
  vi.advanceTimersByTime(3_600_000);
  done();
  expect(lines()).toEqual(
    expect.arrayContaining(['Compiling … 1 min 15 s', 'Compiling … 60 min 0 s']),
  );
});
