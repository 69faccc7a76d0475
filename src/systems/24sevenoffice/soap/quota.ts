import { z } from 'zod';

import { instantFrom } from '../vendor-time.ts';

/** Calls that are left for others who share the quota, so that the vendor's quarantine isn't entered. */
const reserve = 5;
/** The quota is counted by the hour: a reset further off than this is no reset. */
const longestMs = 65 * 60 * 1_000;

const headers = z.object({
  apilimitremaining: z.string().regex(/^-?\d+$/),
  apilimitreset: z.string(),
});

/**
 * Until when (epoch milliseconds) no call should be made, by the vendor's own count in the headers
 * `APILimitRemaining` and `APILimitReset` of an answer; undefined while enough are left or nothing is
 * said. Pausing a few calls early is cheaper than the quarantine that follows the last one.
 */
export function pauseByQuota(answerHeaders: unknown, nowMs: number): number | undefined {
  const { data } = headers.safeParse(answerHeaders);
  if (data === undefined || Number(data.apilimitremaining) > reserve) return undefined;
  const reset = instantFrom(data.apilimitreset.trim().replace(' ', 'T'));
  if (reset === undefined) return undefined;
  const resetMs = Date.parse(reset);
  return resetMs > nowMs && resetMs - nowMs <= longestMs ? resetMs : undefined;
}
