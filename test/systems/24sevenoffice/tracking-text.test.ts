import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  withoutTracking,
  withTracking,
} from '../../../src/systems/24sevenoffice/orders/tracking-text.ts';

const a = { number: '7331001', url: 'https://carrier.example/7331001' };
const b = { number: '7331002' };

describe('tracking in an order’s text', () => {
  test.each<[string, string | undefined, Parameters<typeof withTracking>[1], string | undefined]>([
    [
      'is all of an empty text',
      undefined,
      [a, b],
      'Tracking: 7331001 https://carrier.example/7331001, 7331002',
    ],
    ['follows what people wrote', 'Thanks!', [b], 'Thanks!\nTracking: 7331002'],
    ['is nothing without tracking', 'Thanks!', [], undefined],
    ['isn’t repeated', 'Sent as 7331002.', [b], undefined],
    [
      'is only what is missing',
      'Tracking: 7331002',
      [b, { number: '8' }],
      'Tracking: 7331002\nTracking: 8',
    ],
    ['is each number once', '', [b, { number: ' 7331002 ' }], 'Tracking: 7331002'],
    ['isn’t taken for a longer number', 'Ref 17331002', [b], 'Ref 17331002\nTracking: 7331002'],
    ['is on one line', '', [{ number: '73\r\n31' }], 'Tracking: 73 31'],
    ['leaves out a broken link', '', [{ number: '1', url: 'https://x y' }], 'Tracking: 1'],
    ['leaves out an empty number', '', [{ number: ' ' }], undefined],
    [
      'leaves out links that don’t fit',
      'x'.repeat(715),
      [a, b],
      `${'x'.repeat(715)}\nTracking: 7331001, 7331002`,
    ],
    [
      'leaves out whole numbers that don’t fit, and counts them',
      'x'.repeat(715),
      [a, b, { number: '7331003' }],
      `${'x'.repeat(715)}\nTracking: 7331001 and 2 more`,
    ],
    ['is nothing where not one number fits', 'x'.repeat(735), [a, b], undefined],
    ['is nothing where the text is full', 'x'.repeat(750), [b], undefined],
  ])('%s', (_what, before, tracking, after) => {
    expect(withTracking(before, tracking)).toBe(after);
  });

  test.each([
    ['Thanks!\nTracking: 7331002', 'Thanks!'],
    ['Thanks!\r\nTracking: 1\r\nCall before\r\nTracking: 2', 'Thanks!\r\nCall before'],
    ['Tracking: 1', undefined],
    ['No Tracking: 1', 'No Tracking: 1'],
    [undefined, undefined],
  ])('is known again in %j', (text, rest) => {
    expect(withoutTracking(text)).toBe(rest);
  });
});

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
