import type { CircuitBreaker } from './circuit-breaker.ts';

/**
 * One caller's way past the circuit breaker. Asked again before each request of the same call (a login, the
 * call, its repetition), so that calls that queued before an incident opened don't reach the vendor;
 * but a caller that was let through as the probe stays let through.
 */
export class Admission {
  readonly #breaker: CircuitBreaker;
  readonly #probe: boolean;
  #letThrough = false;

  constructor(breaker: CircuitBreaker, probe: boolean) {
    this.#breaker = breaker;
    this.#probe = probe;
  }

  /** Throws the incident while no probe is due: such a call needn't queue. Uses up no probe. */
  mayQueue(): void {
    const { open } = this.#breaker;
    if (this.#letThrough || this.#probe || open === undefined) return;
    if (Date.now() < open.nextProbeAt) this.#breaker.enter();
  }

  /** Throws the incident, while there is one that this caller isn't to probe. */
  pass(): void {
    if (this.#letThrough) return;
    const inTrouble = this.#breaker.open !== undefined;
    this.#breaker.enter(this.#probe);
    this.#letThrough = inTrouble;
  }
}
