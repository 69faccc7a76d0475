import { RateLimiters } from '../../src/temporal/rate-limiters.ts';
import type { RateLimiter, RateLimiterOptions } from '../../src/systems/kit/pacing/rate-limiter.ts';

/** Lanes that keep how many calls are made at a time, and forget how many in a second. */
export class UnpacedRateLimiters extends RateLimiters {
  override of(key: string, { perInterval: _pace, ...options }: RateLimiterOptions): RateLimiter {
    return super.of(key, options);
  }
}
