import { type Dispatcher, request } from 'undici';

import type { Permit } from '../pacing/rate-limiter.ts';

/** One HTTP request; a body goes out with its length, never chunked. */
export interface HttpRequest {
  readonly method: Dispatcher.HttpMethod;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** An answer longer than this is cut off, in bytes. */
  readonly largestAnswer: number;
}

/** An answer as it came over the wire. */
export interface HttpAnswer {
  readonly status: number;
  /** The first value of a header, whatever its casing. */
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

/** The answer is longer than was allowed. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/**
 * Makes one request within a turn's time. Redirects aren't followed: they would carry credentials
 * elsewhere. Node's own `fetch` isn't used, some vendors' servers refuse what it adds.
 * @throws the turn's own reason where it was aborted, a TimeoutError, `TooMuch`, or what undici throws
 */
export async function httpExchange(
  dispatcher: Dispatcher,
  wanted: HttpRequest,
  permit: Permit,
): Promise<HttpAnswer> {
  const timeoutMs = Math.max(1, Math.ceil(permit.timeoutMs));
  const limit = AbortSignal.timeout(timeoutMs);
  const { method, url, headers, body } = wanted;
  try {
    const answer = await request(url, {
      dispatcher,
      method,
      signal: AbortSignal.any([permit.signal, limit]),
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      headers: body === null ? headers : { ...headers, 'content-length': String(body.byteLength) },
      body,
    });
    return {
      status: answer.statusCode,
      header: (name) => single(answer.headers[name.toLowerCase()]),
      body: await boundedText(answer.body, wanted.largestAnswer),
    };
  } catch (error) {
    if (error instanceof TooMuch) throw error;
    if (permit.signal.aborted) throw permit.signal.reason;
    throw limit.aborted ? limit.reason : error;
  }
}

async function boundedText(body: AsyncIterable<Uint8Array>, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // Leaving the loop destroys the stream.
    if (size > limit) throw new TooMuch('the answer is too long');
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

const single = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;
