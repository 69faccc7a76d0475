/** A longer pause than this isn't believed: one header must not stop a connection for a day. */
const longestMs = 3_600_000;

/**
 * The vendor's `Retry-After` in milliseconds, at most an hour: seconds, or an HTTP date, which is
 * measured against the vendor's own clock where the answer carries it. Undefined where it says
 * nothing usable.
 */
export function retryAfterMs(
  header: string | undefined,
  vendorDate: string | undefined,
): number | undefined {
  const value = header?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return bounded(Number(value) * 1_000);
  const until = Date.parse(value);
  if (Number.isNaN(until)) return undefined;
  const vendorNow = Date.parse(vendorDate ?? '');
  return bounded(until - (Number.isNaN(vendorNow) ? Date.now() : vendorNow));
}

function bounded(ms: number): number {
  return Math.min(Math.max(ms, 0), longestMs);
}
