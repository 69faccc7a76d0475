import { PassThrough } from 'node:stream';

import { expect, test } from 'vitest';

import { progressPrinter } from '../../../src/temporal/development-server/progress-printer.ts';
import { progressText } from '../../../src/temporal/development-server/progress.ts';

test.each([
  [0, 'Compiling …'],
  [999, 'Compiling …'],
  [9_400, 'Compiling … 9 s'],
  [80_000, 'Compiling … 1 min 20 s'],
  [3_605_000, 'Compiling … 60 min 5 s'],
])('%i ms', (elapsedMilliseconds, text) => {
  expect(progressText({ step: 'Compiling', elapsedMilliseconds })).toBe(text);
});

test('where lines stay, a step is told once and then every 15 s', () => {
  const stream = new PassThrough();
  const { onProgress } = progressPrinter(stream as unknown as NodeJS.WriteStream);
  for (let second = 0; second <= 31; second += 1) {
    onProgress({ step: 'Downloading', elapsedMilliseconds: second * 1000 });
  }
  onProgress({ step: 'Compiling', elapsedMilliseconds: 0 });
  onProgress({ step: 'Compiling', elapsedMilliseconds: 1000 });
  expect(String(stream.read())).toBe(
    'Downloading …\nDownloading … 15 s\nDownloading … 30 s\nCompiling …\n',
  );
});
