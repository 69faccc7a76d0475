/** At this the bucket counts as nearly empty: calls are under way, and others share it (the shop, scripts). */
const reserve = 4;
/** Requests that the pause lets flow back in, at the vendor's three a second. */
const refill = 4;
const perSecond = 3;

/**
 * Until when (epoch milliseconds) no call should be made, by the vendor's own count in the header
 * `X-Tokens-Remaining`; undefined while enough are left or nothing is said. A short pause is cheaper
 * than being refused.
 */
export function pauseByTokens(header: string | undefined, nowMs: number): number | undefined {
  const written = header?.trim() ?? '';
  if (!/^\d+(\.\d+)?$/.test(written) || Number(written) > reserve) return undefined;
  return nowMs + (refill / perSecond) * 1_000;
}
