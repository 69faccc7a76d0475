import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import type { Bucket } from './bucket.ts';
import type { Desk } from './desk.ts';
import { instantOf } from './desk.ts';
import { noQuery, readQuery } from './query.ts';
import { Refusal } from './refusal.ts';
import { errorReply } from './replies.ts';
import { routeOf } from './routes.ts';

/**
 * Answers one request: whether its form is right, who asks, whether it still fits into the bucket,
 * and then what the store says to it.
 */
export function answer(
  desk: Desk,
  bucket: Bucket | undefined,
  request: SandboxRequest,
): SandboxReply {
  try {
    refuseInvalidForm(request);
    refuseStrangers(desk, request);
    const seconds = bucket?.waitFor(desk.options.now()) ?? 0;
    const reply = seconds > 0 ? throttled(seconds) : answerInside(desk, request);
    if (bucket === undefined) return reply;
    const headers = { ...reply.headers, 'X-Tokens-Remaining': String(bucket.remaining()) };
    return { ...reply, headers };
  } catch (error) {
    return refusalReply(desk, error);
  }
}

function answerInside(desk: Desk, request: SandboxRequest): SandboxReply {
  try {
    const route = routeOf(request);
    if (route.isForbidden) {
      desk.store.state.refusedWrites.push({ at: instantOf(desk), operation: route.operation });
      throw new Refusal(
        403,
        `The sandbox refuses ${route.operation}: it would replace or lose data`,
      );
    }
    if (route.handler === undefined)
      throw new Refusal(404, `The sandbox doesn't know ${route.operation}`);
    if (!route.takesQuery) readQuery(desk, request.query, noQuery);
    return route.handler(desk, request, route.id);
  } catch (error) {
    return refusalReply(desk, error);
  }
}

function refusalReply(desk: Desk, error: unknown): SandboxReply {
  if (!(error instanceof Refusal)) throw error;
  const softly = error.aboutData && desk.options.refusesWith200;
  return errorReply(softly ? 200 : error.status, error.message);
}

/** What the vendor lists as invalid, and a body that isn't said to be JSON. */
function refuseInvalidForm({ method, headers, body }: SandboxRequest): void {
  if (!['GET', 'POST', 'PUT', 'DELETE'].includes(method))
    throw new Refusal(405, `Invalid Request: ${method} is not allowed`);
  const isWrite = method === 'POST' || method === 'PUT';
  if (isWrite) {
    const [type = ''] = (headers['content-type'] ?? '').split(';');
    if (type.trim().toLowerCase() !== 'application/json')
      throw new Refusal(400, 'Invalid Request: Content-Type must be application/json');
    return;
  }
  for (const name of ['Content-Type', 'Content-Length']) {
    if (method === 'GET' && headers[name.toLowerCase()] !== undefined)
      throw new Refusal(400, `Invalid Request: ${name} on a ${method}`);
  }
  if (body !== '') throw new Refusal(400, `Invalid Request: a body on a ${method}`);
}

function refuseStrangers({ options, store }: Desk, { headers }: SandboxRequest): void {
  const isKnown =
    headers['orderdesk-store-id'] === options.storeId &&
    headers['orderdesk-api-key'] === (store.state.apiKey ?? options.apiKey);
  if (!isKnown) throw new Refusal(401, 'Invalid API Key');
}

function throttled(seconds: number): SandboxReply {
  const reply = errorReply(429, 'Too Many Requests');
  return { ...reply, headers: { ...reply.headers, 'X-Retry-After': String(seconds) } };
}
