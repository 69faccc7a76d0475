import type { Logger } from 'pino';
import { Agent } from 'undici';
import { z } from 'zod';

import { SystemFailure } from '../../../domain/system-failure.ts';
import type { CallContext, CallObserver } from '../../kit/call-context.ts';
import { type HttpAnswer, httpExchange, TooMuch } from '../../kit/http-exchange.ts';
import type { CircuitBreaker } from '../../kit/pacing/circuit-breaker.ts';
import type { RateLimiter, Permit } from '../../kit/pacing/rate-limiter.ts';
import {
  type Asked,
  brokenOffWrite,
  failureOfAnswer,
  failureOfBody,
  failureOfContract,
  failureOfNetwork,
} from './errors.ts';
import { readJson, writeJson } from './exact-json.ts';
import type { OrderDeskSettings } from '../settings.ts';
import { systemName } from '../system-name.ts';
import { pauseByTokens } from './token-bucket.ts';

/** Parsing more at once would hold up the process. */
const largestAnswer = 8_000_000;

/** What a client is made with. */
export interface ClientDependencies {
  /** One for each store: its bucket holds 20 requests and gets three a second. */
  readonly limiter: RateLimiter;
  readonly breaker: CircuitBreaker;
  readonly observe: CallObserver;
  readonly log?: Logger;
}

/** One request, and what its answer must be. */
export interface Exchange<Schema extends z.ZodType> {
  /** For logs and figures: `GET /orders/{id}`. */
  readonly operation: string;
  /** PATCH is no method of this vendor's. */
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below the API's root: `/orders/29491`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly schema: Schema;
  readonly sharedBy?: number;
  /** Asks the circuit breaker to be let through although it is open. */
  readonly probe?: boolean;
  /** The answer tells success for each entry, so that its own `error` isn't about all of them. */
  readonly resultForEach?: boolean;
}

/** An answer that is what the contract promises. */
export interface Answer<Value> {
  readonly value: Value;
  /** When it was given, by the vendor's own clock: an instant. */
  readonly at: string;
}

const verdict = z.object({ status: z.string().optional(), message: z.string().optional() });
const withResults = z.object({ results: z.array(z.unknown()).min(1) });

/** One store at Order Desk: its pacing, its circuit breaker, its words for failure. */
export class Client {
  readonly #deps: ClientDependencies;
  readonly #root: string;
  readonly #credentials: Readonly<Record<string, string>>;
  readonly #agent = new Agent({ connections: 4, keepAliveTimeout: 10_000, pipelining: 1 });

  constructor(
    account: Pick<OrderDeskSettings, 'url' | 'storeId' | 'apiKey'>,
    deps: ClientDependencies,
  ) {
    this.#deps = deps;
    this.#root = account.url.replace(/\/+$/, '');
    this.#credentials = {
      'ORDERDESK-STORE-ID': account.storeId,
      'ORDERDESK-API-KEY': account.apiKey,
    };
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
    const work = async (permit: Permit) => {
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

  /** Waits for the turn. Fails at once while the connection has an incident. For joined calls. */
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
    const { operation, sharedBy = 1 } = exchange;
    const asked: Asked = { operation, writes: exchange.method !== 'GET' };
    const started = performance.now();
    const record = (outcome: 'ok' | 'failed'): void => {
      const milliseconds = performance.now() - started;
      observe({ system: systemName, operation, milliseconds, sharedBy, outcome });
    };
    try {
      const answer = await this.#exchange(permit, exchange, asked);
      record('ok');
      breaker.succeeded();
      return answer;
    } catch (error) {
      record('failed');
      if (permit.signal.aborted && !(error instanceof SystemFailure)) throw error;
      const failure = error instanceof SystemFailure ? error : failureOfNetwork(error, asked);
      log?.debug({ operation, decision: failure.decision.kind }, 'call failed');
      throw breaker.failed(failure);
    }
  }

  async #exchange<Schema extends z.ZodType>(
    permit: Permit,
    exchange: Exchange<Schema>,
    asked: Asked,
  ): Promise<Answer<z.output<Schema>>> {
    const raw = await this.#overTheWire(permit, exchange, asked);
    const body = jsonOf(raw.body);
    const { data: said } = verdict.safeParse(body);
    if (raw.status < 200 || raw.status > 299) {
      const failure = failureOfAnswer(raw, said?.message, asked);
      this.#pauseFor(failure);
      throw failure;
    }
    const pause = pauseByTokens(raw.header('x-tokens-remaining'), Date.now());
    if (pause !== undefined) this.#deps.limiter.pauseUntil(pause);
    if (body === undefined) throw failureOfContract('with something that isn’t JSON', asked);
    const perEntry = exchange.resultForEach === true && withResults.safeParse(body).success;
    // A refusal may come with any HTTP status: the body decides.
    if (said?.status !== undefined && said.status !== 'success' && !perEntry) {
      throw failureOfBody(said.message, asked);
    }
    const parsed = exchange.schema.safeParse(body);
    if (!parsed.success) {
      const where = parsed.error.issues[0]?.path.join('.') ?? '';
      throw failureOfContract(
        where === ''
          ? 'with something else than its contract promises'
          : `without a usable ${where}`,
        asked,
      );
    }
    return { value: parsed.data, at: instantOf(raw.header('date')) };
  }

  async #overTheWire(
    permit: Permit,
    { method, path, query, body }: Exchange<z.ZodType>,
    asked: Asked,
  ): Promise<HttpAnswer> {
    const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
    // The vendor calls a GET with a content type or a length invalid.
    const bytes = body === undefined ? null : Buffer.from(writeJson(body));
    try {
      return await httpExchange(
        this.#agent,
        {
          method,
          url: `${this.#root}${path}${search}`,
          headers: {
            ...this.#credentials,
            accept: 'application/json',
            'user-agent': 'crossdock',
            ...(bytes === null ? {} : { 'content-type': 'application/json' }),
          },
          body: bytes,
          largestAnswer,
        },
        permit,
      );
    } catch (error) {
      if (error instanceof TooMuch) throw failureOfContract('with more than 8 MB', asked);
      throw error;
    }
  }

  #pauseFor({ decision }: SystemFailure): void {
    if (decision.kind !== 'retry' || decision.afterMs === undefined) return;
    this.#deps.limiter.pauseUntil(Date.now() + decision.afterMs);
  }
}

function jsonOf(body: string): unknown {
  try {
    return readJson(body);
  } catch {
    return undefined;
  }
}

function instantOf(date: string | undefined): string {
  const vendorsNow = Date.parse(date ?? '');
  return new Date(Number.isNaN(vendorsNow) ? Date.now() : vendorsNow).toISOString();
}
