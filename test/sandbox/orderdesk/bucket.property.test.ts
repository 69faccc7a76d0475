import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createBucket } from '../../../sandbox/orderdesk/bucket.ts';

const capacity = fc.integer({ min: 1, max: 30 });
const perSecond = fc.constantFrom(0.3, 0.7, 1, 3, 10);
const pauses = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 80 });

test('no stretch of time takes more than the capacity and what drains away meanwhile', () => {
  fc.assert(
    fc.property(capacity, perSecond, pauses, (capacity, perSecond, pauses) => {
      const bucket = createBucket({ capacity, perSecond });
      let now = 0;
      const taken: number[] = [];
      for (const pause of pauses) {
        now += pause;
        if (bucket.waitFor(now) === 0) taken.push(now);
      }
      taken.forEach((from, first) =>
        taken.slice(first).forEach((to, further) => {
          expect(further + 1).toBeLessThanOrEqual(
            capacity + ((to - from) / 1_000) * perSecond + 1e-6,
          );
        }),
      );
    }),
  );
});

test('whoever waits as long as told gets in', () => {
  fc.assert(
    fc.property(capacity, perSecond, pauses, (capacity, perSecond, pauses) => {
      const bucket = createBucket({ capacity, perSecond });
      let now = 0;
      for (const pause of pauses) {
        now += pause;
        const seconds = bucket.waitFor(now);
        if (seconds === 0) continue;
        now += seconds * 1_000;
        expect(bucket.waitFor(now)).toBe(0);
      }
    }),
  );
});
