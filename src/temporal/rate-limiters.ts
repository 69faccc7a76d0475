import { RateLimiter, type RateLimiterOptions } from '../systems/kit/pacing/rate-limiter.ts';

/** One rate limiter per quota key in this process, however many connections share it. */
export class RateLimiters {
  readonly #limiters = new Map<string, RateLimiter>();

  of(key: string, options: RateLimiterOptions): RateLimiter {
    const known = this.#limiters.get(key);
    if (known !== undefined) return known;
    const limiter = new RateLimiter(options);
    this.#limiters.set(key, limiter);
    return limiter;
  }
}
