import type { BucketSize } from './options.ts';

export type Bucket = ReturnType<typeof createBucket>;

/** What sums of fractions may be short of a whole token. */
const rounding = 1e-9;

/** A leaky bucket that requests fill and time drains. Not kept over a restart. */
export function createBucket({ capacity, perSecond }: BucketSize) {
  let tokens = capacity;
  let last: number | undefined;
  return {
    /** Puts a request in: 0 where it fitted, else the whole seconds after which one will. */
    waitFor(now: number): number {
      const elapsed = Math.max(0, now - (last ?? now));
      last = now;
      tokens = Math.min(capacity, tokens + (elapsed / 1_000) * perSecond);
      if (tokens < 1 - rounding) return Math.max(1, Math.ceil((1 - tokens) / perSecond));
      tokens = Math.max(0, tokens - 1);
      return 0;
    },
    /** How many requests still fit in. */
    remaining: (): number => Math.floor(tokens),
  };
}
