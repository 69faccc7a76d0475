import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate, setTimeout } from 'node:timers/promises';

import type { Faults, FaultWish } from './faults.ts';
import { isConnectionFault } from './faults.ts';
import type { Journal } from './journal.ts';
import { readBody } from './request-body.ts';
import type { SandboxReply, SandboxRequest, SandboxVendor } from './vendor.ts';

/** What answering a vendor's request needs of the sandbox. */
export interface Answering {
  readonly faults: Faults;
  readonly journal: Journal;
  /** How long every request takes at least, in milliseconds. */
  readonly latencyMs: number;
  /** The vendor may have changed. */
  changed(): void;
  log(line: string): void;
}

const timeoutMs = 30_000;
const slowMs = 2_000;

/** Answers one request of a vendor, or does to it what a fault wants. */
export async function answerVendor(
  sandbox: Answering,
  vendor: SandboxVendor,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const began = performance.now();
  const at = new Date().toISOString();
  const record = (
    operation: string,
    body: string,
    end: { lane?: string; status?: number; fault?: string; handled: boolean },
  ): void => {
    const ms = Math.round(performance.now() - began);
    sandbox.journal.add({ vendor: vendor.name, operation, at, ms, body, ...end });
  };

  if (sandbox.faults.isDown(vendor.name)) {
    record('unread', '', { fault: 'down', handled: false });
    request.socket.resetAndDestroy();
    return;
  }
  const body = await readBody(request);
  if (body === undefined) {
    record('too large', '', { status: 413, handled: false });
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const asked = sandboxRequest(vendor, url, request, body);
  const operation = vendor.operationOf(asked);
  const lane = vendor.laneOf?.(asked);
  const leave = lane === undefined ? undefined : sandbox.journal.enter(`${vendor.name}/${lane}`);
  const told = lane === undefined ? {} : { lane };
  // One turn of the event loop, so that requests which arrive together are seen together.
  await (sandbox.latencyMs > 0 ? setTimeout(sandbox.latencyMs) : setImmediate());

  const fault = sandbox.faults.strike(vendor.name, operation);
  const handle = (): SandboxReply => {
    const reply = vendor.handle(asked);
    sandbox.changed();
    return reply;
  };
  let outcome: Outcome;
  try {
    outcome = await happen(vendor, fault, handle, gone(response));
  } catch (error) {
    sandbox.log(`${vendor.name} ${operation} failed: ${String(error)}`);
    outcome = { reply: { status: 500, headers: {}, body: '' }, handled: false };
  }
  const { reply, handled } = outcome;
  const struck = fault === undefined ? {} : { fault: fault.kind };
  const status = reply === undefined ? {} : { status: reply.status };
  record(operation, body, { ...told, ...struck, ...status, handled });
  leave?.();
  if (reply === undefined) request.socket.resetAndDestroy();
  else send(vendor, reply, request, response);
}

interface Outcome {
  /** Missing: the connection is cut off. */
  readonly reply?: SandboxReply;
  readonly handled: boolean;
}

async function happen(
  vendor: SandboxVendor,
  fault: FaultWish | undefined,
  handle: () => SandboxReply,
  caller: AbortSignal,
): Promise<Outcome> {
  if (fault === undefined) return { reply: handle(), handled: true };
  const { kind, when, ms } = fault;
  if (!isConnectionFault(kind)) {
    if (when === 'after') handle();
    const reply = vendor.faultReply(kind);
    if (reply === undefined) throw new RangeError(`there is no fault of the kind ${kind}`);
    return { reply, handled: when === 'after' };
  }
  switch (kind) {
    case 'reset':
    case 'down':
      return { handled: false };
    case 'lost':
      handle();
      return { handled: true };
    case 'timeout':
      if (when === 'after') handle();
      await pause(ms ?? timeoutMs, caller);
      return { handled: when === 'after' };
    case 'slow': {
      const early = when === 'before' ? undefined : handle();
      await pause(ms ?? slowMs, caller);
      if (early === undefined && caller.aborted) return { handled: false };
      return { reply: early ?? handle(), handled: true };
    }
  }
}

/** Ends early when the caller no longer waits. */
async function pause(ms: number, caller: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal: caller }).catch(() => undefined);
}

/** Aborts when the connection is closed before the answer was given. */
function gone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

function sandboxRequest(
  vendor: SandboxVendor,
  url: URL,
  request: IncomingMessage,
  body: string,
): SandboxRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname.slice(vendor.name.length + 1)) || '/',
    query: url.searchParams,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body,
  };
}

function send(
  vendor: SandboxVendor,
  reply: SandboxReply,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (response.destroyed) return;
  const date = new Date(vendor.now?.() ?? Date.now()).toUTCString();
  const length = String(Buffer.byteLength(reply.body));
  response.writeHead(reply.status, { ...reply.headers, date, 'content-length': length });
  response.end(request.method === 'HEAD' ? undefined : reply.body);
}
