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
