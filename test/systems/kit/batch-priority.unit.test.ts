import { describe, expect, test } from 'vitest';

import {
  type CallContext,
  type Priority,
  priorities,
} from '../../../src/systems/kit/call-context.ts';
import { Batch } from '../../../src/systems/kit/pacing/batch.ts';
import { type Permit, RateLimiter } from '../../../src/systems/kit/pacing/rate-limiter.ts';

const call = (priority: Priority): CallContext => ({
  signal: new AbortController().signal,
  deadline: Date.now() + 30_000,
  priority,
  answerMayBeLost: false,
});

/** A rate limiter whose only place is taken until `release`, and look-ups that are joined before it. */
function busyLimiter() {
  const limiter = new RateLimiter({ system: 'A vendor', concurrency: 1, requestTimeoutMs: 5_000 });
  const sent: string[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const taken = limiter.run(call(priorities.orderWrite), async () => await held);
  const write = limiter.run(call(priorities.orderWrite), async () => {
    sent.push('a write');
    await Promise.resolve();
  });
  const vendor = {
    system: 'A vendor',
    withPermit: async (ofBatch: CallContext, request: (permit: Permit) => Promise<void>) =>
      await limiter.run(ofBatch, request),
  };
  const looks = new Batch<string, string>(vendor, {
    maxItems: 10,
    windowMs: 1,
    request: async (items) => {
      sent.push(items.join('+'));
      return await Promise.resolve(items);
    },
    splits: () => false,
  });
  const withPermit = async (calls: number) => {
    await expect.poll(() => limiter.waiting).toBe(calls);
  };
  return { sent, looks, release, withPermit, others: [taken, write] };
}

describe('look-ups that wait for a busy limiter', () => {
  test('let writes go first and gather meanwhile', async () => {
    const { sent, looks, release, withPermit, others } = busyLimiter();
    const first = looks.add('1', call(priorities.orderLook));
    await withPermit(2);
    const second = looks.add('2', call(priorities.orderLook));
    release();
    await Promise.all([...others, first, second]);
    expect(sent).toEqual(['a write', '1+2']);
  });

  test('and one that an operator waits for doesn’t stand in their row', async () => {
    const { sent, looks, release, withPermit, others } = busyLimiter();
    const usual = looks.add('1', call(priorities.orderLook));
    await withPermit(2);
    const urgent = looks.add('2', call(priorities.operator));
    await withPermit(3);
    release();
    await Promise.all([...others, usual, urgent]);
    expect(sent).toEqual(['2', 'a write', '1']);
  });
});
