import { setImmediate, setTimeout } from 'node:timers/promises';

import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Faults, FaultWish } from './faults.ts';
import { isConnectionFault } from './faults.ts';
import type { Journal, JournalEntry } from './journal.ts';
import type { SandboxReply, SandboxRequest, SandboxVendor } from './vendor.ts';

/** What answering a vendor's request needs of the sandbox. */
export interface Answering {
  readonly faults: Faults;
  readonly journal: Journal;
  /** How long every request takes at least, in milliseconds. */
  readonly latencyMs: number;
  /** The vendor may have changed. */
  readonly changed: () => void;
  readonly log: (line: string) => void;
}

const timeoutMs = 30_000;
const slowMs = 2_000;

/** Answers one request of a vendor, or does to it what a fault wants. */
export async function answerVendor(
  sandbox: Answering,
  vendor: SandboxVendor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const began = performance.now();
  const at = new Date().toISOString();
  const asked = sandboxRequest(vendor, request);
  const operation = vendor.operationOf(asked);
  const lane = vendor.laneOf?.(asked);
  const leave = lane === undefined ? undefined : sandbox.journal.enter(`${vendor.name}/${lane}`);
  // One turn of the event loop, so that requests which arrive together are seen together.
  await (sandbox.latencyMs > 0 ? setTimeout(sandbox.latencyMs) : setImmediate());

  const fault = sandbox.faults.strike(vendor.name, operation);
  const handle = (): SandboxReply => {
    const handled = vendor.handle(asked);
    sandbox.changed();
    return handled;
  };
  let outcome: Outcome;
  try {
    outcome = await happen(vendor, fault, handle, gone(reply));
  } catch (error) {
    sandbox.log(`${vendor.name} ${operation} failed: ${String(error)}`);
    outcome = { answer: { status: 500, headers: {}, body: '' }, handled: false };
  }
  const { answer, handled } = outcome;
  sandbox.journal.add({
    vendor: vendor.name,
    operation,
    ...(lane !== undefined && { lane }),
    at,
    ms: Math.round(performance.now() - began),
    ...(answer && { status: answer.status }),
    ...(fault && { fault: fault.kind }),
    handled,
    body: asked.body,
  });
  leave?.();
  if (answer === undefined) cutOff(request, reply);
  else send(vendor, answer, reply);
}

/** Records a request whose body wasn't read. */
export function recordUnread(
  { journal }: Answering,
  vendor: SandboxVendor,
  why: Pick<JournalEntry, 'operation' | 'fault' | 'status'>,
): void {
  const at = new Date().toISOString();
  journal.add({ vendor: vendor.name, at, ms: 0, body: '', handled: false, ...why });
}

/** Ends the connection without an answer. */
export function cutOff(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  request.raw.socket.resetAndDestroy();
}

interface Outcome {
  /** Missing: the connection is cut off. */
  readonly answer?: SandboxReply;
  readonly handled: boolean;
}

async function happen(
  vendor: SandboxVendor,
  fault: FaultWish | undefined,
  handle: () => SandboxReply,
  caller: AbortSignal,
): Promise<Outcome> {
  if (fault === undefined) return { answer: handle(), handled: true };
  const { kind, when, ms } = fault;
  if (!isConnectionFault(kind)) {
    if (when === 'after') handle();
    const answer = vendor.faultReply(kind);
    if (answer === undefined) throw new RangeError(`there is no fault of the kind ${kind}`);
    return { answer, handled: when === 'after' };
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
      return { answer: early ?? handle(), handled: true };
    }
  }
}

/** Ends early when the caller no longer waits. */
async function pause(ms: number, caller: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal: caller }).catch(() => undefined);
}

/** Aborts when the connection is closed before the answer was given. */
function gone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());
  return controller.signal;
}

function sandboxRequest(vendor: SandboxVendor, request: FastifyRequest): SandboxRequest {
  const url = new URL(request.url, 'http://sandbox');
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method,
    path: decodeURIComponent(url.pathname.slice(vendor.name.length + 1)) || '/',
    query: url.searchParams,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: (request.body as string | undefined) ?? '',
  };
}

function send(vendor: SandboxVendor, answer: SandboxReply, reply: FastifyReply): void {
  const date = new Date(vendor.now?.() ?? Date.now()).toUTCString();
  reply.code(answer.status).headers({ ...answer.headers, date });
  // Of text fastify would say that it is text, also where the vendor says nothing.
  reply.send(answer.body === '' ? undefined : answer.body);
}
