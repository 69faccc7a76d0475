const longestMs = 60 * 60 * 1_000;

/**
 * The delay that a `Retry-After` header asks for, in milliseconds from now: it holds seconds or an
 * HTTP date. Undefined where it holds neither; never more than an hour.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  const value = header?.trim();
  if (value === undefined || value === '') return undefined;
  const delay = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - nowMs;
  return Number.isNaN(delay) ? undefined : Math.min(Math.max(delay, 0), longestMs);
}
