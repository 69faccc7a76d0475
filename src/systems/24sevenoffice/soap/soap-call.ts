import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import type { Instant } from '../../../domain/order.ts';
import { SystemFailure } from '../../../domain/system-failure.ts';
import type { Asked } from '../../kit/errors/asked.ts';
import type { Permit } from '../../kit/pacing/rate-limiter.ts';
import { isWriting, type Operation } from '../contract/services.ts';
import type { Invocation } from '../contract/written.ts';
import { vendorClock } from '../../kit/vendor-time.ts';
import { failureOf, unreadable } from '../errors/errors.ts';
import { NotAuthenticated } from '../errors/failures.ts';
import { envelopeOf } from './large-answers.ts';
import { type Result, resultIn, resultWithin } from './result.ts';
import type { Services } from './services.ts';

/** A request as the readers and writers state it. */
export type Request<Answer> = Invocation & {
  readonly answer: z.ZodType<Answer>;
  /** How many callers share it; one unless it is said. */
  readonly sharedBy?: number;
  /** The largest answer that is read, in bytes. */
  readonly maxBytes?: number;
  /** Throws where the answer is well formed but means a failure. */
  readonly refuses?: (value: Answer) => void;
};

/** One request to the vendor, with the session's id; without one for a login. */
export type SoapRequest<Answer> = Request<Answer> & { readonly session?: string };

/** What came back. */
export interface SoapAnswer<Answer> {
  readonly value: Answer;
  /** The vendor's clock at the answer (HTTP `Date`); our own where the answer names none. */
  readonly at: Instant;
  readonly headers: unknown;
}

/** Ample for the largest answer that is asked for (the ids of 50,000 orders). */
const mostBytes = 16 * 1024 * 1024;

const responseSchema = z.looseObject({
  status: z.number(),
  headers: z.looseObject({ date: z.string().optional().catch(undefined) }),
});
type Response = z.infer<typeof responseSchema>;

/**
 * Makes one SOAP call with its limits: the permit's time, an answer of bounded size, no redirect (it
 * would carry the session elsewhere). Throws a `SystemFailure`, `NotAuthenticated`, or the reason of
 * the permit's signal.
 */
export async function soapCall<Answer>(
  services: Services,
  request: SoapRequest<Answer>,
  permit: Permit,
): Promise<SoapAnswer<Answer>> {
  const { operation, maxBytes = mostBytes } = request;
  const asked: Asked<Operation> = { operation, writes: isWriting(operation) };
  const timeUp = AbortSignal.timeout(Math.max(1, permit.timeoutMs));
  const client = await services.clientFor(operation);
  const invoke: unknown = client[`${operation}Async`];
  if (!isMethod(invoke)) throw new TypeError(`${operation} isn’t described`);
  const exchangeId = randomUUID();
  let response: Response | undefined;
  let large: unknown;
  const onResponse = (_body: unknown, answered: unknown, ofExchange: string): void => {
    if (ofExchange !== exchangeId) return;
    response = responseSchema.safeParse(answered).data;
    large = envelopeOf(answered);
  };
  client.on('response', onResponse);
  try {
    const [body] = await invoke(
      request.parameters,
      {
        exchangeId,
        signal: AbortSignal.any([permit.signal, timeUp]),
        maxContentLength: maxBytes,
        maxRedirects: 0,
      },
      request.session === undefined ? {} : { Cookie: `ASP.NET_SessionId=${request.session}` },
    );
    if (response === undefined || response.status >= 300) {
      throw failureOf({ response }, asked, maxBytes);
    }
    const result = large === undefined ? resultIn(body, operation) : resultWithin(large, operation);
    return understood(request, result, response, asked);
  } catch (error) {
    if (permit.signal.aborted) throw permit.signal.reason;
    if (error instanceof SystemFailure || error instanceof NotAuthenticated) throw error;
    throw failureOf(timeUp.aborted ? timeUp.reason : error, asked, maxBytes);
  } finally {
    client.off('response', onResponse);
    // The library keeps the last exchange for inspection: a login's request holds the password.
    client.lastRequest = undefined;
    client.lastMessage = undefined;
    client.lastResponse = undefined;
  }
}

type Method = (parameters: object, options: object, headers: object) => Promise<readonly unknown[]>;

const isMethod = (method: unknown): method is Method => typeof method === 'function';

function understood<Answer>(
  request: SoapRequest<Answer>,
  result: Result,
  { headers }: Response,
  asked: Asked<Operation>,
): SoapAnswer<Answer> {
  const parsed = result && request.answer.safeParse(result.value);
  if (!parsed?.success) throw unreadable(asked);
  request.refuses?.(parsed.data);
  return { value: parsed.data, at: vendorClock(headers.date), headers };
}
