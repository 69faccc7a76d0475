import { AsyncResource } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

import PQueue from 'p-queue';

import { SystemFailure } from '../../../domain/system-failure.ts';
import type { CallContext } from '../call-context.ts';

export interface RateLimiterOptions {
  /** The system as people call it. */
  readonly system: string;
  /** Calls at a time. */
  readonly concurrency: number;
  /** At most so many starts in each `intervalMs`. */
  readonly perInterval?: { readonly starts: number; readonly intervalMs: number };
  /** How long one request may take at most, in milliseconds. */
  readonly requestTimeoutMs: number;
}

/** What a request gets once it is its turn. */
export interface Permit {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** A pause longer than this isn't waited out in the rate limiter but thrown as a delay. */
const longestWaitMs = 5_000;
/** The shortest time in which a request is worth starting. */
export const shortestRequestMs = 2_000;

/** A call's time is too short by now to make it. */
export const busy = (system: string): SystemFailure =>
  new SystemFailure(system, `${system} is busy with other calls of ours.`, {
    kind: 'retry',
    afterMs: 1_000 + Math.random() * 4_000,
  });

/**
 * The one way to a vendor for everything that shares a quota key. Waiting calls go by priority.
 * Nobody sleeps in it: a call that can't be made in time is given back with a delay.
 */
export class RateLimiter {
  readonly #options: RateLimiterOptions;
  readonly #queue: PQueue;
  #pausedUntil = 0;

  constructor(options: RateLimiterOptions) {
    this.#options = options;
    this.#queue = new PQueue({
      concurrency: options.concurrency,
      ...(options.perInterval === undefined
        ? {}
        : {
            intervalCap: options.perInterval.starts,
            interval: options.perInterval.intervalMs,
          }),
    });
  }

  /** How many calls wait. */
  get waiting(): number {
    return this.#queue.size;
  }

  /** The vendor asked for a pause: no call starts before then (epoch milliseconds). */
  pauseUntil(epochMs: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, epochMs);
  }

  /** Makes the call when it is its turn. */
  async run<Answer>(
    call: CallContext,
    request: (permit: Permit) => Promise<Answer>,
  ): Promise<Answer> {
    this.#refuseLongPause();
    return await this.#queue.add(
      // A turn comes when some other caller's call ends: what it logs is still this caller's.
      AsyncResource.bind(async () => {
        await this.#waitOutShortPause(call.signal);
        call.signal.throwIfAborted();
        const left = call.deadline - Date.now();
        if (left < shortestRequestMs) throw busy(this.#options.system);
        return await request({
          signal: call.signal,
          timeoutMs: Math.min(left, this.#options.requestTimeoutMs),
        });
      }),
      { priority: call.priority, signal: call.signal },
    );
  }

  #refuseLongPause(): void {
    const pause = this.#pausedUntil - Date.now();
    if (pause <= longestWaitMs) return;
    throw new SystemFailure(this.#options.system, `${this.#options.system} asked us to pause.`, {
      kind: 'retry',
      afterMs: pause + Math.random() * 1_000,
    });
  }

  async #waitOutShortPause(signal: AbortSignal): Promise<void> {
    this.#refuseLongPause();
    const pause = this.#pausedUntil - Date.now();
    if (pause <= 0) return;
    await sleep(pause, undefined, { signal });
  }
}
