import { request } from 'undici';

import type { OrderDeskOptions } from '../../../sandbox/orderdesk/options.ts';
import { createOrderDesk, type OrderDeskSandbox } from '../../../sandbox/orderdesk/orderdesk.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body parsed, undefined where it isn't JSON. */
  readonly json: any;
}

export interface CallOptions {
  readonly query?: Readonly<Record<string, string | number>>;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
  /** Instead of, or besides, those that a right request has; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'TRACE';

/** A simulated store that listens, and a caller of its interface. */
export interface Stage {
  readonly shop: OrderDeskSandbox;
  readonly sandbox: Sandbox;
  /** Sets the vendor's clock. */
  at(instant: string): void;
  call(method: Method, path: string, options?: CallOptions): Promise<Answer>;
  get(path: string, query?: CallOptions['query']): Promise<Answer>;
}

/** Starts a store on a port of its own, with a clock that stands still and no bucket. */
export async function stageStore(
  options: Partial<OrderDeskOptions> = {},
  stateFile?: string,
): Promise<Stage> {
  let now = Date.parse('2026-11-21T10:00:00Z');
  const shop = createOrderDesk({ bucket: null, now: () => now, ...options });
  const sandbox = await startSandbox({
    vendors: [shop],
    ...(stateFile === undefined ? {} : { stateFile }),
  });
  const call: Stage['call'] = (method, path, given = {}) =>
    callAt(sandbox.url, method, path, given);
  return {
    shop,
    sandbox,
    at(instant) {
      now = Date.parse(instant);
    },
    call,
    get: (path, query = {}) => call('GET', path, { query }),
  };
}

export async function callAt(
  url: string,
  method: Method,
  path: string,
  { query = {}, body, headers = {} }: CallOptions = {},
): Promise<Answer> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) search.append(name, String(value));
  const all = {
    'orderdesk-store-id': '18211',
    'orderdesk-api-key': 'sandbox-api-key',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  };
  const response = await request(`${url}/orderdesk/api/v2${path}?${search}`, {
    method,
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.body.text();
  return { status: response.statusCode, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
