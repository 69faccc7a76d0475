import type { Logger } from 'pino';
import { Agent } from 'undici';
import type { z } from 'zod';

import { SystemFailure } from '../../../domain/system-failure.ts';
import type { CallContext, CallObserver } from '../../kit/call-context.ts';
import { httpExchange, TooMuch } from '../../kit/http-exchange.ts';
import type { CircuitBreaker } from '../../kit/pacing/circuit-breaker.ts';
import type { RateLimiter, Permit } from '../../kit/pacing/rate-limiter.ts';
import {
  AnswerTooLarge,
  brokenOffWrite,
  failureOfAnswer,
  failureOfContract,
  failureOfNetwork,
  type RawAnswer,
  systemName,
} from './errors.ts';
import { readJson, writeJson } from './exact-json.ts';
import type { OngoingSettings } from '../settings.ts';
import { type Echoes, noEchoes } from './vendor-words.ts';

/** More than this at once would hold the event loop for too long while it is parsed. */
const largestAnswer = 8_000_000;

export interface TransportDeps {
  readonly limiter: RateLimiter;
  readonly breaker: CircuitBreaker;
  readonly observe: CallObserver;
  readonly log?: Logger;
}

/** One request, and what its answer must be. */
export interface Exchange<Schema extends z.ZodType> {
  /** For logs and figures: `GET /orders/{orderId}`. */
  readonly operation: string;
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Below `/api/v1`: `/orders/88213`. */
  readonly path: string;
  /** A key stands once for each of its values: the vendor matches nothing where they are joined. */
  readonly query?: readonly (readonly [key: string, value: string])[];
  readonly body?: unknown;
  readonly schema: Schema;
  readonly sharedBy?: number;
  /** Asks the circuit breaker to be let through although it is open. */
  readonly probe?: boolean;
  readonly echoes?: Echoes;
}

/** An answer that is what the contract promises. */
export interface Answer<Value> {
  readonly value: Value;
  /** When it was given, by the vendor's own clock: an instant. */
  readonly at: string;
}

/**
 * The way to Ongoing's REST API: HTTP Basic, JSON, one call at a time. Node's own `fetch` isn't used:
 * the vendor's server was seen to answer every one of its requests with 500. Redirects aren't
 * followed, they would carry the credentials elsewhere.
 */
export class Transport {
  readonly #settings: OngoingSettings;
  readonly #deps: TransportDeps;
  readonly #root: string;
  readonly #authorization: string;
  readonly #agent = new Agent({ connections: 4, keepAliveTimeout: 10_000, pipelining: 1 });

  constructor(settings: OngoingSettings, deps: TransportDeps) {
    this.#settings = settings;
    this.#deps = deps;
    this.#root = `${settings.url.replace(/\/+$/, '')}/api/v1`;
    const credentials = `${settings.username}:${settings.password}`;
    this.#authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  }

  get settings(): OngoingSettings {
    return this.#settings;
  }

  get log(): Logger | undefined {
    return this.#deps.log;
  }

  /**
   * Makes one request when it is its turn. An abort ends it with the signal's own reason, but for a
   * write that had left already: that one's answer is lost.
   */
  async call<Schema extends z.ZodType>(
    call: CallContext,
    exchange: Exchange<Schema>,
  ): Promise<Answer<z.output<Schema>>> {
    let left = false;
    const work = async (permit: Permit): Promise<Answer<z.output<Schema>>> => {
      left = true;
      return await this.send(permit, exchange);
    };
    try {
      return await this.withPermit(call, work, exchange.probe);
    } catch (error) {
      const brokenOff = call.signal.aborted && !(error instanceof SystemFailure);
      if (brokenOff && left && exchange.method !== 'GET') throw brokenOffWrite();
      throw error;
    }
  }

  /** Waits for the turn. Fails at once while the connection has an incident. */
  async withPermit<Result>(
    call: CallContext,
    work: (permit: Permit) => Promise<Result>,
    probe = false,
  ): Promise<Result> {
    const { breaker, limiter } = this.#deps;
    const open = breaker.open;
    if (!probe && open !== undefined && Date.now() < open.nextProbeAt) breaker.enter();
    return await limiter.run(call, work);
  }

  /** Makes one request now. Throws a `SystemFailure` that carries its decision. */
  async send<Schema extends z.ZodType>(
    permit: Permit,
    exchange: Exchange<Schema>,
  ): Promise<Answer<z.output<Schema>>> {
    const { breaker, observe, log } = this.#deps;
    breaker.enter(exchange.probe);
    const started = performance.now();
    const record = (outcome: 'ok' | 'failed'): void =>
      observe({
        system: systemName,
        operation: exchange.operation,
        milliseconds: performance.now() - started,
        sharedBy: exchange.sharedBy ?? 1,
        outcome,
      });
    try {
      const answer = await this.#exchange(permit, exchange);
      record('ok');
      breaker.succeeded();
      return answer;
    } catch (error) {
      record('failed');
      if (permit.signal.aborted && !(error instanceof SystemFailure)) throw error;
      const write = exchange.method !== 'GET';
      const failure = error instanceof SystemFailure ? error : failureOfNetwork(error, write);
      log?.debug({ operation: exchange.operation, decision: failure.decision.kind }, 'call failed');
      throw breaker.failed(failure);
    }
  }

  async #exchange<Schema extends z.ZodType>(
    permit: Permit,
    exchange: Exchange<Schema>,
  ): Promise<Answer<z.output<Schema>>> {
    const write = exchange.method !== 'GET';
    const raw = await this.#overTheWire(permit, exchange, write);
    if (raw.status < 200 || raw.status > 299) {
      const failure = failureOfAnswer(raw, write, exchange.echoes ?? noEchoes);
      if (failure.decision.kind === 'retry' && failure.decision.afterMs !== undefined) {
        this.#deps.limiter.pauseUntil(Date.now() + failure.decision.afterMs);
      }
      throw failure;
    }
    let json: unknown;
    try {
      json = readJson(raw.body);
    } catch {
      throw failureOfContract('with something that isn’t JSON', write);
    }
    const parsed = exchange.schema.safeParse(json);
    if (!parsed.success) {
      const where = parsed.error.issues[0]?.path.join('.') ?? '';
      const what =
        where === ''
          ? 'with something else than its contract promises'
          : `without a usable ${where}`;
      throw failureOfContract(what, write);
    }
    return { value: parsed.data, at: instantOf(raw.date) };
  }

  async #overTheWire(
    permit: Permit,
    exchange: Exchange<z.ZodType>,
    write: boolean,
  ): Promise<RawAnswer> {
    const query = new URLSearchParams();
    for (const [key, value] of exchange.query ?? []) query.append(key, value);
    const url = `${this.#root}${exchange.path}${query.size === 0 ? '' : `?${query.toString()}`}`;
    const body = exchange.body === undefined ? null : Buffer.from(writeJson(exchange.body));
    try {
      const answer = await httpExchange(
        this.#agent,
        {
          method: exchange.method,
          url,
          headers: {
            authorization: this.#authorization,
            accept: 'application/json',
            'user-agent': 'crossdock',
            ...(body === null ? {} : { 'content-type': 'application/json; charset=utf-8' }),
          },
          body,
          largestAnswer,
        },
        permit,
      );
      return {
        status: answer.status,
        retryAfter: answer.header('retry-after'),
        date: answer.header('date'),
        body: answer.body,
      };
    } catch (error) {
      if (error instanceof TooMuch) throw new AnswerTooLarge(largestAnswer, write);
      if (permit.signal.aborted) throw permit.signal.reason;
      throw failureOfNetwork(error, write);
    }
  }
}

function instantOf(date: string | undefined): string {
  const vendorsNow = Date.parse(date ?? '');
  return new Date(Number.isNaN(vendorsNow) ? Date.now() : vendorsNow).toISOString();
}
