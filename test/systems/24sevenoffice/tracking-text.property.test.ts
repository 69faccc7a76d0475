import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  withoutTracking,
  withTracking,
} from '../../../src/systems/24sevenoffice/orders/tracking-text.ts';

describe('whatever the text and the numbers are', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom('\n', '\r\n', '7331', 'Tracking: 1', '<&>', 'x'.repeat(300)),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('').trim());
  const tracking = fc.array(
    fc.record(
      {
        number: fc.oneof(
          fc.stringMatching(/^[A-Z0-9 ]{1,40}$/),
          fc.constantFrom('7331', '1', 'JJD 01'),
        ),
        url: fc.webUrl(),
      },
      { requiredKeys: ['number'] },
    ),
    { maxLength: 40 },
  );
  const linesOf = (all: string): string[] =>
    all.split('\n').filter((line) => line.startsWith('Tracking: '));

  test('nothing is overwritten, nothing is longer than 750, and our line is known again', () => {
    fc.assert(
      fc.property(text, tracking, (before, numbers) => {
        const after = withTracking(before, numbers);
        if (after === undefined) return;
        expect(after.length).toBeLessThanOrEqual(750);
        expect(after.startsWith(before)).toBe(true);
        expect(withoutTracking(after)).toBe(withoutTracking(before));
        expect(linesOf(after)).toHaveLength(linesOf(before).length + 1);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a number is added whole, and never twice', () => {
    fc.assert(
      fc.property(text, tracking, (before, numbers) => {
        const after = withTracking(before, numbers);
        const added = after?.slice(before === '' ? 0 : before.length + 1) ?? '';
        const known = new Set(numbers.map(({ number }) => number.trim().replaceAll(/\s+/g, ' ')));
        const entries = added
          .replace(/^Tracking: /, '')
          .replace(/ and \d+ more$/, '')
          .split(', ')
          .map((entry) => entry.replace(/ https?:\S+$/, ''))
          .filter((entry) => entry !== '');
        expect(new Set(entries).size).toBe(entries.length);
        for (const entry of entries) expect(known).toContain(entry);
        const allAdded = !/ and \d+ more$/.test(added);
        expect(allAdded ? withTracking(after ?? before, numbers) : undefined).toBe(undefined);
      }),
      { numRuns: 2_000 },
    );
  });
});
