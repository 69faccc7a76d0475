import type { IncomingMessage, ServerResponse } from 'node:http';

import { z } from 'zod';

import type { ControlRoom } from './control-room.ts';
import type { Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import { page } from './page.ts';
import { readBody } from './request-body.ts';

/** What the control interface shows and changes. */
export interface Control {
  readonly journal: Journal;
  readonly faults: Faults;
  readonly room: ControlRoom | undefined;
  changed(): void;
}

const share = z.number().min(0).max(1);
const faultWish = z.strictObject({
  vendor: z.string(),
  operation: z.string().optional(),
  kind: z.string(),
  times: z.int().positive().optional(),
  rate: share.optional(),
  seed: z.int().optional(),
  when: z.enum(['before', 'after']).optional(),
  ms: z.int().nonnegative().optional(),
});

/** Text members only, as a form sends them; numbers are taken for the text that they are. */
const actInput = z.record(z.string(), z.union([z.string(), z.number().transform(String)]));

const newestRequests = 200;

/** A request that can't be carried out, with the status and the words that say so. */
class Unwilling extends Error {
  readonly status: number;

  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}

/** Answers what isn't a vendor's: the page at `/`, and `/sandbox/…` in JSON. */
export async function answerControl(
  control: Control,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const body = (await readBody(request)) ?? '';
    if (request.method === 'GET' && url.pathname === '/') {
      respond(response, 200, 'text/html; charset=utf-8', page(control));
      return;
    }
    if (request.method !== 'GET') refuseOtherSites(request);
    const type = request.headers['content-type'] ?? '';
    const isForm = type.startsWith('application/x-www-form-urlencoded');
    const told = answer(control, request.method ?? 'GET', url, body, isForm);
    if (isForm) response.writeHead(303, { location: '/' }).end();
    else respond(response, 200, 'application/json; charset=utf-8', JSON.stringify(told));
  } catch (error) {
    if (!(error instanceof Unwilling)) throw error;
    const words = JSON.stringify({ error: error.message });
    respond(response, error.status, 'application/json; charset=utf-8', words);
  }
}

function answer(control: Control, method: string, url: URL, body: string, isForm: boolean) {
  const { journal, faults, room } = control;
  const asked = `${method} ${url.pathname}`;
  const filter = Object.fromEntries(url.searchParams);
  switch (asked) {
    case 'GET /sandbox/requests':
      return journal.requests(filter).slice(-Number(filter['last'] ?? newestRequests));
    case 'GET /sandbox/counts':
      return { counts: journal.counts(), mostAtOnce: journal.mostAtOnce() };
    case 'GET /sandbox/faults':
      return faults.list();
    case 'POST /sandbox/faults':
      return { id: willing(() => faults.add(parsed(faultWish, body))) };
    case 'DELETE /sandbox/faults':
      faults.clear();
      return {};
    case 'GET /sandbox/orders':
      return roomOf(room).overview();
    case 'GET /sandbox/audit':
      return { problems: roomOf(room).audit(filter['settled'] === 'true') };
    default:
      break;
  }
  const [, , area, ...rest] = url.pathname.split('/');
  if (method === 'DELETE' && area === 'faults') return { removed: faults.remove(rest.join('/')) };
  if (method === 'POST' && area === 'people') {
    const done = act(roomOf(room), rest.join('/'), isForm ? formOf(body) : jsonOf(body));
    control.changed();
    return { done };
  }
  throw new Unwilling(404, `The sandbox doesn't know ${asked}.`);
}

function act(room: ControlRoom, name: string, sent: unknown): string {
  const { order = '', ...input } = checked(actInput, sent);
  const doIt = Object.hasOwn(room.acts, name) ? room.acts[name] : undefined;
  if (doIt === undefined)
    throw new Unwilling(404, `Nobody does ${name}; known: ${Object.keys(room.acts).join(', ')}.`);
  return willing(() => doIt(order, input));
}

/** A RangeError says in words what can't be done. */
function willing<Result>(doIt: () => Result): Result {
  try {
    return doIt();
  } catch (error) {
    if (error instanceof RangeError) throw new Unwilling(400, error.message);
    throw error;
  }
}

function roomOf(room: ControlRoom | undefined): ControlRoom {
  if (room === undefined) throw new Unwilling(404, 'This sandbox has no control room.');
  return room;
}

const parsed = <Schema extends z.ZodType>(schema: Schema, body: string): z.output<Schema> =>
  checked(schema, jsonOf(body));

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Unwilling(400, z.prettifyError(result.error));
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body === '' ? '{}' : body) as unknown;
  } catch {
    throw new Unwilling(400, 'The body is not JSON.');
  }
}

const formOf = (body: string): unknown => Object.fromEntries(new URLSearchParams(body));

/** A page of another site that is open in the same browser must not play people here. */
function refuseOtherSites(request: IncomingMessage): void {
  const { origin, host } = request.headers;
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host)
    throw new Unwilling(403, 'Only pages of the sandbox itself may do this.');
}

function respond(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
  });
  response.end(body);
}
