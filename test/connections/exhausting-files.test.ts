import { expect, test } from 'vitest';

import { faultsOf } from './written-file.ts';

test.each([
  ['brackets', '['.repeat(300_000)],
  ['dashes', '- '.repeat(300_000)],
  ['braces', 'a: {'.repeat(5_000)],
  ['indentation', Array.from({ length: 1_200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ['an alias of itself', 'connections:\n  a: &x [*x]\n'],
  [
    'aliases of aliases',
    Array.from({ length: 12 }, (_, n) =>
      n === 0
        ? 'a0: &a0 x'
        : `a${n}: &a${n} [${Array(9)
            .fill(`*a${n - 1}`)
            .join(',')}]`,
    ).join('\n'),
  ],
])('a file that is built to exhaust is refused in time: %s', (_, text) => {
  const faults = faultsOf(text);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.length).toBeLessThan(50);
});
