import { setMaxListeners } from 'node:events';

import { type CallContext, priorities } from '../call-context.ts';
import { Refusal } from '../errors/failures.ts';
import { busy, type Permit, shortestRequestMs } from './rate-limiter.ts';

/** Gives permits for requests: a client of a vendor. */
export interface Permits {
  /** The system as people call it. */
  readonly system: string;
  /** Waits for the rate limiter and then calls `request`, more than once where a session has ended. */
  withPermit(call: CallContext, request: (permit: Permit) => Promise<void>): Promise<void>;
}

export interface BatchOptions<Item, Result> {
  /** Items in one request at most. */
  readonly maxItems: number;
  /** How long the first item waits for company, in milliseconds. */
  readonly windowMs: number;
  /**
   * One request for all items. Gives a result or a failure for each, in the items' order.
   * Throws where the request failed as a whole.
   */
  readonly request: (
    items: readonly Item[],
    permit: Permit,
  ) => Promise<readonly (Result | Error)[]>;
  /**
   * Whether a request that failed as a whole is worth repeating item by item: one may be the cause.
   * Unless it is said, of a refusal.
   */
  readonly splits?: (failure: unknown) => boolean;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly call: CallContext;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Joins callers that ask for the same kind of thing at the same time into one request, each getting
 * its own item's result. A batch stays open while it waits for its turn in the rate limiter, so that a busy
 * rate limiter makes batches larger instead of longer queues.
 */
export class Batch<Item, Result> {
  readonly #permits: Permits;
  readonly #options: BatchOptions<Item, Result>;
  #open: Waiting<Item, Result>[] | undefined;

  constructor(permits: Permits, options: BatchOptions<Item, Result>) {
    this.#permits = permits;
    this.#options = options;
  }

  /** Adds an item to the request that is being gathered and waits for its result. */
  async add(item: Item, call: CallContext): Promise<Result> {
    call.signal.throwIfAborted();
    // One caller may wait for many items; Node would take that for a leak.
    setMaxListeners(0, call.signal);
    let leave: () => void = () => {};
    const result = new Promise<Result>((resolve, reject) => {
      leave = () => reject(call.signal.reason);
      call.signal.addEventListener('abort', leave, { once: true });
      this.#take({ item, call, resolve, reject });
    });
    try {
      return await result;
    } finally {
      call.signal.removeEventListener('abort', leave);
    }
  }

  #take(waiting: Waiting<Item, Result>): void {
    if (this.#open !== undefined && this.#mayJoin(this.#open, waiting.call)) {
      this.#open.push(waiting);
      return;
    }
    const batch = [waiting];
    this.#open = batch;
    setTimeout(() => void this.#send(batch), this.#options.windowMs);
  }

  /** A batch that is in the rate limiter already keeps its place: who is in more of a hurry goes alone. */
  #mayJoin(open: readonly Waiting<Item, Result>[], { priority }: CallContext): boolean {
    return (
      open.length < this.#options.maxItems && open.some(({ call }) => call.priority >= priority)
    );
  }

  async #send(batch: Waiting<Item, Result>[]): Promise<void> {
    let alive: Waiting<Item, Result>[] = [];
    try {
      await this.#permits.withPermit(whileGathering(batch), async (permit) => {
        if (this.#open === batch) this.#open = undefined;
        alive = this.#withTimeLeft(batch);
        if (alive.length > 0) await this.#request(alive, permit);
      });
    } catch (error) {
      if (this.#open === batch) this.#open = undefined;
      const { splits = isRefusal } = this.#options;
      if (alive.length > 1 && splits(error)) {
        await Promise.all(alive.map((one) => this.#alone(one)));
      } else {
        for (const waiting of batch) waiting.reject(error);
      }
    }
  }

  async #alone(waiting: Waiting<Item, Result>): Promise<void> {
    try {
      await this.#permits.withPermit(
        waiting.call,
        async (permit) => await this.#request([waiting], permit),
      );
    } catch (error) {
      waiting.reject(error);
    }
  }

  async #request(batch: readonly Waiting<Item, Result>[], permit: Permit): Promise<void> {
    const soonest = Math.min(...batch.map(({ call }) => call.deadline));
    const everyone = new Everyone(batch.map(({ call }) => call.signal));
    try {
      const results = await this.#options.request(
        batch.map((waiting) => waiting.item),
        { signal: everyone.haveLeft, timeoutMs: Math.min(permit.timeoutMs, soonest - Date.now()) },
      );
      for (const [index, waiting] of batch.entries()) {
        const result = results[index];
        if (result instanceof Error) waiting.reject(result);
        else waiting.resolve(result as Result);
      }
    } finally {
      everyone.forget();
    }
  }

  #withTimeLeft(batch: readonly Waiting<Item, Result>[]): Waiting<Item, Result>[] {
    const soonest = Date.now() + shortestRequestMs;
    return batch.filter((waiting) => {
      if (waiting.call.signal.aborted) return false;
      if (waiting.call.deadline >= soonest) return true;
      waiting.reject(busy(this.#permits.system));
      return false;
    });
  }
}

const isRefusal = (failure: unknown): boolean => failure instanceof Refusal;

/** Under which a batch waits for its turn: others may still join, so nobody's leaving ends it. */
function whileGathering(batch: readonly { readonly call: CallContext }[]): CallContext {
  return {
    signal: new AbortController().signal,
    deadline: Math.max(...batch.map(({ call }) => call.deadline)),
    priority: batch.reduce<CallContext['priority']>(
      (best, { call }) => (call.priority > best ? call.priority : best),
      priorities.articles,
    ),
    answerMayBeLost: false,
  };
}

/** The callers of one request. */
class Everyone {
  readonly #controller = new AbortController();
  readonly #signals: ReadonlySet<AbortSignal>;
  #present: number;

  constructor(signals: readonly AbortSignal[]) {
    this.#signals = new Set(signals);
    this.#present = this.#signals.size;
    for (const signal of this.#signals) signal.addEventListener('abort', this.#leave);
  }

  /** Aborts once nobody waits for the request any more. */
  get haveLeft(): AbortSignal {
    return this.#controller.signal;
  }

  forget(): void {
    for (const signal of this.#signals) signal.removeEventListener('abort', this.#leave);
  }

  readonly #leave = (): void => {
    this.#present -= 1;
    if (this.#present === 0) this.#controller.abort(new Error('nobody waits for it any more'));
  };
}
