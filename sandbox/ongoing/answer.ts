import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import type { OngoingAccount, OngoingOptions } from './options.ts';
import { Refusal } from './refusal.ts';
import { jsonReply, refusalReply } from './replies.ts';
import { routeOf } from './routes.ts';
import type { OngoingStore } from './store.ts';

/** Answers one request: who asks, what for, and then what the warehouse says to it. */
export function answer(
  options: OngoingOptions,
  store: OngoingStore,
  request: SandboxRequest,
): SandboxReply {
  try {
    // Node's own fetch sends this header and can't be told not to.
    if (options.refusesFetch && request.headers['sec-fetch-mode'] !== undefined)
      return jsonReply(500, { Message: 'An error has occurred.' });
    const route = routeOf(request);
    const account = accountOf(options, route.warehouse, request);
    if (request.query.toString().length > options.maxQueryLength)
      throw new Refusal(404, 'The query string is too long.');
    if (route.handler === undefined)
      throw new Refusal(404, `The sandbox doesn't know ${route.operation}.`);
    return route.handler({ options, store, account }, request, route.id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusalReply(error.status, error.message, store.nextRefusalHasCapital());
  }
}

function accountOf(
  options: OngoingOptions,
  warehouse: string,
  request: SandboxRequest,
): OngoingAccount {
  const inWarehouse = options.accounts.filter((account) => account.warehouse === warehouse);
  if (inWarehouse.length === 0)
    throw new Refusal(404, 'There is no such warehouse. The path is /<warehouse>/api/v1/…');
  const [scheme, credentials = ''] = (request.headers['authorization'] ?? '').split(' ');
  const [username, password] = splitOnce(Buffer.from(credentials, 'base64').toString('utf8'));
  const account =
    scheme?.toLowerCase() === 'basic'
      ? inWarehouse.find((one) => one.username === username && one.password === password)
      : undefined;
  if (account === undefined)
    throw new Refusal(401, 'Authorization has been denied for this request.');
  return account;
}

function splitOnce(text: string): [string, string] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
}
