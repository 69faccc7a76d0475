import { request } from 'undici';

import type { OngoingOptions } from '../../sandbox/ongoing/options.ts';
import { createOngoing, type OngoingSandbox } from '../../sandbox/ongoing/ongoing.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';

/** The goods owner of the demo account. */
export const goodsOwnerId = 101;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body parsed, undefined where it isn't JSON. */
  readonly json: any;
  /** The words of a refusal, however the member is spelt. */
  readonly words: string;
}

export interface CallOptions {
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly credentials?: string;
  readonly warehouse?: string;
}

/** A simulated warehouse that listens, and a caller of its interface. */
export interface Stage {
  readonly ongoing: OngoingSandbox;
  readonly sandbox: Sandbox;
  call(
    method: 'GET' | 'PUT' | 'DELETE' | 'PATCH',
    path: string,
    options?: CallOptions,
  ): Promise<Answer>;
  put(members?: Readonly<Record<string, unknown>>): Promise<Answer>;
}

/** Starts a warehouse with the articles A1, A2 and A3 on a port of its own. */
export async function stageWarehouse(options: Partial<OngoingOptions> = {}): Promise<Stage> {
  const ongoing = createOngoing(options);
  for (const articleNumber of ['A1', 'A2', 'A3']) ongoing.addArticle({ articleNumber });
  const sandbox = await startSandbox({ vendors: [ongoing] });
  const call: Stage['call'] = (method, path, given = {}) =>
    callAt(sandbox.url, method, path, given);
  return {
    ongoing,
    sandbox,
    call,
    put: (members) => call('PUT', '/orders', { body: order(members) }),
  };
}

export async function callAt(
  url: string,
  method: 'GET' | 'PUT' | 'DELETE' | 'PATCH',
  path: string,
  {
    query = {},
    body,
    headers = {},
    credentials = 'sandbox:sandbox',
    warehouse = 'nord',
  }: CallOptions = {},
): Promise<Answer> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const response = await request(`${url}/ongoing/${warehouse}/api/v1${path}?${search}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.body.text();
  const json = parsed(text);
  return {
    status: response.statusCode,
    headers: response.headers,
    text,
    json,
    words: String(json?.Message ?? json?.message ?? ''),
  };
}

function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A small order that is fine, with the given members instead. */
export const order = (
  members: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  goodsOwnerId,
  orderNumber: '10482',
  goodsOwnerOrderId: '10482',
  deliveryDate: '2026-11-24',
  consignee: {
    customerNumber: 'C1',
    name: 'Test',
    address1: 'Street 1',
    postCode: '0150',
    city: 'Oslo',
    countryCode: 'NO',
  },
  orderLines: [
    { rowNumber: '1', articleNumber: 'A1', numberOfItems: 2 },
    { rowNumber: '2', articleNumber: 'A2', numberOfItems: 0.5 },
  ],
  ...members,
});
