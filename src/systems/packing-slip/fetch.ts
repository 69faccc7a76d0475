import { Agent, type Dispatcher, request } from 'undici';

import { SystemFailure } from '../../domain/system-failure.ts';
import { networkFault } from '../kit/errors/network-faults.ts';
import { untilAborted } from '../kit/until-aborted.ts';
import { passingFailure, wrongSlip } from './failures.ts';
import { pinHost, type ResolveHost, resolveHost } from './pinned-host.ts';

export interface SlipOptions {
  /** Host names that may have private addresses, also those of this machine. */
  readonly allowHosts: readonly string[];
  /** Default 10 MB. */
  readonly maxBytes?: number;
  /** For everything together: names, redirects, the file. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly resolve?: ResolveHost;
}

const tenMegabytes = 10_000_000;
const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);
const signature = Buffer.from('%PDF-');

/**
 * Fetches a PDF from an address that somebody wrote into an order: from nowhere but the public
 * internet, and whatever it leads to is checked like the address itself. No text of a failure holds
 * more of the address than its host, since the rest may be a key.
 * @returns the PDF
 * @throws SystemFailure with attention, or to be tried again; the signal's own reason where aborted
 */
export async function fetchPackingSlip(address: string, options: SlipOptions): Promise<Buffer> {
  const { timeoutMs } = options;
  const limit = AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs)));
  const signal = AbortSignal.any([options.signal, limit]);
  let url = fetchable(address);
  for (let redirected = 0; ; redirected += 1) {
    const answer = await attempt(url, { ...options, signal }, limit);
    if (Buffer.isBuffer(answer)) return answer;
    if (redirected === mostRedirects) {
      throw wrongSlip(
        `The packing slip can’t be fetched from ${url.host}: more than ${mostRedirects} redirects.`,
      );
    }
    url = fetchable(answer.location, url);
  }
}

/** One request: the PDF, or where it is instead. */
async function attempt(
  url: URL,
  options: SlipOptions,
  limit: AbortSignal,
): Promise<Buffer | { readonly location: string }> {
  const { signal, allowHosts, resolve = resolveHost } = options;
  let agent: Agent | undefined;
  try {
    signal.throwIfAborted();
    // Looking up a name can't be broken off, but it needn't be waited for.
    const lookup = await untilAborted(pinHost(url, allowHosts, resolve), signal);
    agent = new Agent({ connect: { lookup } });
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.timeoutMs,
      headers: { accept: 'application/pdf', 'user-agent': 'crossdock' },
    });
    const { location } = answer.headers;
    if (redirects.has(answer.statusCode) && typeof location === 'string') return { location };
    refuseStatus(url, answer.statusCode);
    return await pdfOf(url, answer, options.maxBytes ?? tenMegabytes);
  } catch (error) {
    if (error instanceof SystemFailure) throw error;
    if (signal.aborted && !limit.aborted) throw signal.reason;
    const { words } = networkFault(limit.aborted ? limit.reason : error);
    throw passingFailure(`The packing slip can’t be fetched from ${url.host}: ${words}.`, error);
  } finally {
    // Also ends what is left of an answer that nobody reads.
    await agent?.destroy();
  }
}

/** @param base what a redirect's address may be relative to */
function fetchable(address: string, base?: URL): URL {
  const from = base === undefined ? '' : `, to which ${base.host} redirects,`;
  if (!URL.canParse(address, base?.href)) {
    throw wrongSlip(`The packing slip’s address${from} isn’t a web address.`);
  }
  const url = new URL(address, base?.href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw wrongSlip(`The packing slip’s address${from} is neither https nor http.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw wrongSlip(`The packing slip’s address${from} holds a user name or password.`);
  }
  return url;
}

function refuseStatus(url: URL, status: number): void {
  if (status === 200) return;
  const text = `The packing slip can’t be fetched from ${url.host}: HTTP ${status}.`;
  const passes = status === 408 || status === 425 || status === 429 || status >= 500;
  throw passes ? passingFailure(text) : wrongSlip(text);
}

async function pdfOf(
  url: URL,
  { headers, body }: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<Buffer> {
  const tooLarge = () =>
    wrongSlip(
      `The packing slip from ${url.host} is larger than ${megabytes(maxBytes)} MB.`,
      'Make the PDF smaller.',
    );
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  const file = Buffer.concat(chunks);
  if (!file.subarray(0, signature.length).equals(signature)) {
    throw wrongSlip(`The packing slip from ${url.host} isn’t a PDF.`);
  }
  return file;
}

const megabytes = (bytes: number): string => String(Math.round(bytes / 100_000) / 10);
