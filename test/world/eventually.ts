import { setTimeout as sleep } from 'node:timers/promises';

const lookEveryMs = 25;

/** Waits until the condition holds and gives what it gave; fails with its last word after the time. */
export async function eventually<Value>(
  look: () => Promise<Value | undefined | false> | Value | undefined | false,
  { withinMs = 50_000, what = 'the condition' }: { withinMs?: number; what?: string } = {},
): Promise<Value> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`${what} did not come true in ${withinMs} ms`);
    await sleep(lookEveryMs);
  }
}
