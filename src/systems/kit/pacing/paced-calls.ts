import type { Logger } from 'pino';

import { SystemFailure } from '../../../domain/system-failure.ts';
import type { CallContext, CallObserver } from '../call-context.ts';
import { Admission } from './admission.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { Permit, RateLimiter } from './rate-limiter.ts';

/** What every client of a vendor is made with. */
export interface ClientDependencies {
  /** Shared by everything that shares the vendor's quota. */
  readonly limiter: RateLimiter;
  /** The connection's own. */
  readonly breaker: CircuitBreaker;
  readonly observe: CallObserver;
  readonly log?: Logger;
}

/** One request, for logs and figures. */
export interface Attempt {
  readonly operation: string;
  /** How many callers share it. */
  readonly sharedBy?: number;
  /** A success says that the system is well; a login alone doesn't. */
  readonly provesHealth?: boolean;
  /** A failure that says nothing about the other calls of the rate limiter: it doesn't rest for it. */
  readonly concernsItself?: (failure: SystemFailure) => boolean;
}

/**
 * What the calls of one connection to one system have in common, whatever they speak: the circuit
 * breaker is asked, a permit is taken, the request is counted, its failure is classified, the rate
 * limiter rests for as long as the vendor asks, and the breaker learns how it went.
 */
export class PacedCalls {
  readonly system: string;
  readonly #deps: ClientDependencies;

  constructor(system: string, deps: ClientDependencies) {
    this.system = system;
    this.#deps = deps;
  }

  get log(): Logger | undefined {
    return this.#deps.log;
  }

  /** A caller's way past the circuit breaker. @param probe asks to be let through although it is open */
  admission(probe = false): Admission {
    return new Admission(this.#deps.breaker, probe);
  }

  /** Runs `work` when it is its turn. Fails at once while the connection has an incident. */
  async withPermit<Result>(
    call: CallContext,
    work: (permit: Permit) => Promise<Result>,
    admission = this.admission(),
  ): Promise<Result> {
    admission.mayQueue();
    return await this.#deps.limiter.run(call, async (permit) => {
      admission.pass();
      return await work(permit);
    });
  }

  /**
   * Makes one request now.
   * @param failureOf classifies what `request` threw unclassified; undefined where it isn't a failure
   *   of the system
   */
  async attempt<Answer>(
    { operation, sharedBy = 1, provesHealth = true, concernsItself = () => false }: Attempt,
    request: () => Promise<Answer>,
    failureOf: (error: unknown) => SystemFailure | undefined = () => undefined,
  ): Promise<Answer> {
    const { breaker, observe, log } = this.#deps;
    const { system } = this;
    log?.debug({ operation, sharedBy }, `calling ${system}`);
    const began = performance.now();
    let outcome: 'ok' | 'failed' = 'failed';
    try {
      const answer = await request();
      outcome = 'ok';
      if (provesHealth) breaker.succeeded();
      return answer;
    } catch (error) {
      const failure = error instanceof SystemFailure ? error : failureOf(error);
      if (failure === undefined) throw error;
      if (!concernsItself(failure)) this.#restFor(failure);
      log?.debug({ operation, sharedBy, decision: failure.decision.kind }, 'call failed');
      throw breaker.failed(failure);
    } finally {
      observe({ system, operation, milliseconds: performance.now() - began, sharedBy, outcome });
    }
  }

  /** No call starts before then (epoch milliseconds). */
  pauseUntil(epochMs: number | undefined): void {
    if (epochMs !== undefined) this.#deps.limiter.pauseUntil(epochMs);
  }

  #restFor({ decision }: SystemFailure): void {
    if (decision.kind === 'incident') this.pauseUntil(decision.untilMs);
    if (decision.kind !== 'retry' || decision.afterMs === undefined) return;
    this.pauseUntil(Date.now() + decision.afterMs);
  }
}
