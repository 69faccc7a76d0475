import type { IncidentKind } from '../../../domain/incident.ts';
import { SystemFailure } from '../../../domain/system-failure.ts';

/** What an open circuit breaker says of itself. */
export interface OpenCircuit {
  readonly kind: IncidentKind;
  readonly text: string;
  readonly todo: string;
  /** Epoch milliseconds. */
  readonly since: number;
  /** Epoch milliseconds: the next call at or after this goes through, to see whether it is over. */
  readonly nextProbeAt: number;
}

export interface CircuitBreakerOptions {
  /** The system as people call it. */
  readonly system: string;
  /** Told once when it opens and once when it closes. */
  readonly onOpen?: (open: OpenCircuit) => void;
  readonly onClose?: () => void;
  /** Failures in a row, over at least `unreachableAfterMs`, that make a system unreachable. */
  readonly unreachableAfter?: number;
  readonly unreachableAfterMs?: number;
  /** The first wait before a probe of an unreachable system; doubles up to `maxProbeMs`. */
  readonly firstProbeMs?: number;
  readonly maxProbeMs?: number;
  /** The wait before a rejected login is tried again: vendors lock accounts that insist. */
  readonly loginProbeMs?: number;
}

/**
 * Stops the calls of one connection to one system while it is in trouble, so that a login that is
 * rejected isn't tried by every order and a system that is down isn't hammered. Everything fails at
 * once with the incident; one call at a time is let through when a probe is due.
 */
export class CircuitBreaker {
  readonly #options: Required<CircuitBreakerOptions>;
  #open: OpenCircuit | undefined;
  #probes = 0;
  #failuresInRow = 0;
  #firstFailureAt = 0;

  constructor(options: CircuitBreakerOptions) {
    this.#options = {
      onOpen: () => {},
      onClose: () => {},
      unreachableAfter: 5,
      unreachableAfterMs: 5_000,
      firstProbeMs: 10_000,
      maxProbeMs: 300_000,
      loginProbeMs: 900_000,
      ...options,
    };
  }

  /** The incident, while there is one. */
  get open(): OpenCircuit | undefined {
    return this.#open;
  }

  /** Throws the incident unless calls may go through. `probe` asks to be let through now. */
  enter(probe = false): void {
    const open = this.#open;
    if (open === undefined) return;
    const now = Date.now();
    if (!probe && now < open.nextProbeAt) throw this.#asFailure(open);
    this.#open = { ...open, nextProbeAt: now + this.#nextWait(open.kind) };
  }

  /** A call succeeded. */
  succeeded(): void {
    this.#failuresInRow = 0;
    if (this.#open === undefined) return;
    this.#open = undefined;
    this.#probes = 0;
    this.#options.onClose();
  }

  /**
   * A call failed. Gives back what to throw: the failure itself, or the incident that it completes.
   * A failure that isn't about the system as a whole proves that the system answers.
   */
  failed(failure: SystemFailure): SystemFailure {
    const { decision } = failure;
    if (decision.kind === 'incident') {
      this.#opens(decision.incident, failure.message, decision.todo, decision.untilMs);
      return failure;
    }
    if (decision.kind !== 'retry' || decision.unreachable !== true) {
      if (decision.kind === 'attention') this.succeeded();
      return failure;
    }
    const now = Date.now();
    if (this.#failuresInRow === 0) this.#firstFailureAt = now;
    this.#failuresInRow += 1;
    const lasting = now - this.#firstFailureAt >= this.#options.unreachableAfterMs;
    if (this.#open === undefined) {
      if (this.#failuresInRow < this.#options.unreachableAfter || !lasting) return failure;
      this.#opens(
        'unreachable',
        failure.message,
        'It is asked again by itself; check the network and the vendor’s status page if it lasts.',
      );
    }
    const open = this.#open;
    return open === undefined ? failure : this.#asFailure(open, failure);
  }

  #opens(kind: IncidentKind, text: string, todo: string, untilMs?: number): void {
    const now = Date.now();
    const before = this.#open;
    const nextProbeAt = untilMs ?? now + this.#nextWait(kind);
    this.#open = { kind, text, todo, since: before?.since ?? now, nextProbeAt };
    if (before === undefined || before.kind !== kind) this.#options.onOpen(this.#open);
  }

  #nextWait(kind: IncidentKind): number {
    if (kind === 'login rejected') return this.#options.loginProbeMs;
    const wait = Math.min(this.#options.firstProbeMs * 2 ** this.#probes, this.#options.maxProbeMs);
    this.#probes += 1;
    return wait;
  }

  #asFailure(open: OpenCircuit, cause?: unknown): SystemFailure {
    return new SystemFailure(
      this.#options.system,
      open.text,
      {
        kind: 'incident',
        incident: open.kind,
        todo: open.todo,
        untilMs: open.nextProbeAt,
        ...(cause instanceof SystemFailure && cause.decision.kind === 'retry'
          ? { answerLost: cause.decision.answerLost === true }
          : {}),
      },
      { cause },
    );
  }
}
