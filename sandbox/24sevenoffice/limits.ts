import type { SandboxReply } from '../vendor.ts';
import { faultReply } from './wire/envelope.ts';
import { unprocessed } from './wire/service-fault.ts';

/** How many requests the vendor takes. */
export interface LimitOptions {
  /** Requests per clock hour; without it nobody is refused, and the headers tell of 7,200. */
  readonly quota?: number;
  /** Requests within any second; without it nobody is refused. */
  readonly burst?: number;
}

const hourMs = 3_600_000;
const documentedQuota = 7_200;

const withoutFraction = (epochMs: number): string =>
  new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** The fault with which the vendor refuses everybody who is over the quota. */
export const quarantineReply = (endsAt: number): SandboxReply =>
  faultReply(
    '1.1',
    unprocessed(
      `Limit exceeded by 1. Request is blocked. Quarantine ends at ${withoutFraction(endsAt)}`,
    ),
  );

/** Too many within a second: refused before the service is reached, so not in XML. */
export const burstReply = (): SandboxReply => ({
  status: 429,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' },
  body: 'Too many requests',
});

/** The vendor's count of requests. Not kept over a restart. */
export function countingLimits({ quota, burst }: LimitOptions) {
  let hour = 0;
  let used = 0;
  let recent: number[] = [];

  function enter(now: number): void {
    const current = Math.floor(now / hourMs);
    if (current !== hour) [hour, used] = [current, 0];
  }

  return {
    /** Counts a request, and refuses it where it is one too many. */
    refusalOf(now: Date): SandboxReply | undefined {
      const at = now.getTime();
      enter(at);
      if (burst !== undefined) {
        recent = recent.filter((earlier) => at - earlier < 1_000);
        if (recent.length >= burst) return burstReply();
        recent.push(at);
      }
      used += 1;
      if (quota === undefined || used <= quota) return undefined;
      return quarantineReply((hour + 1) * hourMs);
    },
    /** The headers that every answer carries. */
    headers(now: Date): Readonly<Record<string, string>> {
      enter(now.getTime());
      return {
        date: now.toUTCString(),
        APILimitRemaining: String(Math.max(0, (quota ?? documentedQuota) - used)),
        APILimitReset: withoutFraction((hour + 1) * hourMs),
      };
    },
  };
}
