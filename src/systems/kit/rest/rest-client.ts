import type { Logger } from 'pino';
import { Agent } from 'undici';
import type { z } from 'zod';

import { SystemFailure } from '../../../domain/system-failure.ts';
import type { CallContext } from '../call-context.ts';
import type { Asked } from '../errors/asked.ts';
import { retryAfterMs } from '../errors/retry-after.ts';
import type { Said, SystemErrors } from '../errors/system-errors.ts';
import { type ClientDependencies, PacedCalls } from '../pacing/paced-calls.ts';
import type { Permit } from '../pacing/rate-limiter.ts';
import { vendorClock } from '../vendor-time.ts';
import { writeJson } from './exact-json.ts';
import { type Answer, type Exchange, requestLine, writes } from './exchange.ts';
import { type HttpAnswer, httpExchange, TooMuch } from './http-exchange.ts';

/** Parsing more at once would hold up the process. */
const largestAnswer = 8_000_000;

/**
 * One account at a vendor with a REST API, as its client needs it.
 * @typeParam Facts what the vendor's contract asks of an exchange, and what it says beside the request
 */
export interface RestVendor<Facts extends object> {
  /** The API's root. */
  readonly root: string;
  /** The credentials: they go with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of a body. */
  readonly contentType: string;
  readonly readJson: (text: string) => unknown;
  readonly errors: SystemErrors;
  /** What an answer says that isn't a 2xx. @param body undefined where it isn't JSON */
  readonly said: (answer: HttpAnswer, body: unknown, facts: Facts) => Said;
  /** What a 2xx means that says in its body that it failed. */
  readonly failureInBody?: (body: unknown, facts: Facts, asked: Asked) => SystemFailure | undefined;
  /** The header that asks for a pause before the usual `Retry-After`. */
  readonly retryAfterHeader?: string;
  /** Until when a 2xx asks for a pause (epoch milliseconds). */
  readonly pauseUntil?: (answer: HttpAnswer) => number | undefined;
}

/** The way to one account at a vendor with a REST API: JSON, paced, every failure with its decision. */
export class RestClient<Facts extends object = object> {
  readonly system: string;
  readonly #vendor: RestVendor<Facts>;
  readonly #calls: PacedCalls;
  readonly #agent = new Agent({ connections: 4, keepAliveTimeout: 10_000, pipelining: 1 });

  constructor(vendor: RestVendor<Facts>, deps: ClientDependencies) {
    this.system = vendor.errors.system;
    this.#vendor = vendor;
    this.#calls = new PacedCalls(this.system, deps);
  }

  get log(): Logger | undefined {
    return this.#calls.log;
  }

  /**
   * Makes one request when it is its turn. An abort ends it with the signal's own reason, but for a
   * write that had left already: that one's answer is lost.
   */
  async call<Schema extends z.ZodType>(
    call: CallContext,
    exchange: Exchange<Schema> & Facts,
  ): Promise<Answer<z.output<Schema>>> {
    let left = false;
    const work = async (permit: Permit) => {
      left = true;
      return await this.send(permit, exchange);
    };
    try {
      return await this.#calls.withPermit(call, work, this.#calls.admission(exchange.probe));
    } catch (error) {
      const brokenOff = call.signal.aborted && !(error instanceof SystemFailure);
      if (brokenOff && left && writes(exchange.operation)) throw this.#vendor.errors.brokenOff();
      throw error;
    }
  }

  /** Waits for the turn. Fails at once while the connection has an incident. For joined calls. */
  async withPermit<Result>(
    call: CallContext,
    work: (permit: Permit) => Promise<Result>,
  ): Promise<Result> {
    return await this.#calls.withPermit(call, work);
  }

  /** Makes one request now, with a permit. Throws a `SystemFailure` that carries its decision. */
  async send<Schema extends z.ZodType>(
    permit: Permit,
    exchange: Exchange<Schema> & Facts,
  ): Promise<Answer<z.output<Schema>>> {
    const asked = { operation: exchange.operation, writes: writes(exchange.operation) };
    return await this.#calls.attempt(
      exchange,
      async () => await this.#exchange(permit, exchange, asked),
      (error) => (permit.signal.aborted ? undefined : this.#vendor.errors.ofNetwork(error, asked)),
    );
  }

  async #exchange<Schema extends z.ZodType>(
    permit: Permit,
    exchange: Exchange<Schema> & Facts,
    asked: Asked,
  ): Promise<Answer<z.output<Schema>>> {
    const { errors, said, failureInBody, pauseUntil } = this.#vendor;
    const raw = await this.#overTheWire(permit, exchange, asked);
    const body = this.#jsonOf(raw.body);
    if (raw.status < 200 || raw.status > 299) {
      const failed = { status: raw.status, afterMs: this.#delayOf(raw) };
      throw errors.ofStatus(failed, said(raw, body, exchange), asked);
    }
    this.#calls.pauseUntil(pauseUntil?.(raw));
    if (body === undefined) throw errors.ofContract('with something that isn’t JSON', asked);
    const failure = failureInBody?.(body, exchange, asked);
    if (failure !== undefined) throw failure;
    const parsed = exchange.schema.safeParse(body);
    if (parsed.success) return { value: parsed.data, at: vendorClock(raw.header('date')) };
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw errors.ofContract(
      where === '' ? 'with something else than its contract promises' : `without a usable ${where}`,
      asked,
    );
  }

  async #overTheWire(
    permit: Permit,
    exchange: Exchange<z.ZodType>,
    asked: Asked,
  ): Promise<HttpAnswer> {
    const { root, headers, contentType, errors } = this.#vendor;
    const { query = [], body } = exchange;
    const { method, path } = requestLine(exchange);
    const search = new URLSearchParams();
    const pairs = Symbol.iterator in query ? query : Object.entries(query);
    for (const [key, value] of pairs) search.append(key, value);
    const url = `${root}${path}${search.size === 0 ? '' : `?${search.toString()}`}`;
    const bytes = body === undefined ? null : Buffer.from(writeJson(body));
    const common = { ...headers, accept: 'application/json', 'user-agent': 'crossdock' };
    try {
      return await httpExchange(
        this.#agent,
        {
          method,
          url,
          // Some vendors call a GET with a content type invalid.
          headers: bytes === null ? common : { ...common, 'content-type': contentType },
          body: bytes,
          largestAnswer,
        },
        permit,
      );
    } catch (error) {
      throw error instanceof TooMuch ? errors.tooLarge(largestAnswer, asked) : error;
    }
  }

  #delayOf({ header }: HttpAnswer): number | undefined {
    const { retryAfterHeader = 'retry-after' } = this.#vendor;
    return retryAfterMs(header(retryAfterHeader) ?? header('retry-after'), header('date'));
  }

  #jsonOf(text: string): unknown {
    try {
      return this.#vendor.readJson(text);
    } catch {
      return undefined;
    }
  }
}
