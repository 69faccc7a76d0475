import {
  operations,
  type OngoingOperation,
} from '../../src/systems/ongoing/contract/operations.ts';
import { Refusal } from '../rest/refusal.ts';
import { type Route, routing } from '../rest/routing.ts';
import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import { cancelOrder, cancelOrderById } from './orders/cancel-order.ts';
import type { Desk } from './desk.ts';
import { getArticle, getArticles } from './get-articles.ts';
import { getOrder, getOrders } from './orders/get-orders.ts';
import { getOrderStatuses, getTransporterContracts, getWaysOfDelivery } from './lists.ts';
import type { OngoingAccount, OngoingOptions } from './options.ts';
import { getOrderFiles, putOrderFile } from './orders/order-files.ts';
import { patchOrderStatus } from './orders/patch-order-status.ts';
import { putArticle, putArticleById } from './put-article.ts';
import { putOrder, putOrderById } from './orders/put-order.ts';
import { jsonReply, refusalReply } from './replies.ts';
import type { OngoingStore } from './store.ts';

type Handler = (desk: Desk, request: SandboxRequest, id: number) => SandboxReply;

const handlers: Readonly<Record<OngoingOperation, Handler>> = {
  'GET /orders': getOrders,
  'PUT /orders': putOrder,
  'DELETE /orders': cancelOrder,
  'GET /orders/statuses': getOrderStatuses,
  'GET /orders/wayOfDeliveryTypes': getWaysOfDelivery,
  'GET /orders/{orderId}': getOrder,
  'PUT /orders/{orderId}': putOrderById,
  'DELETE /orders/{orderId}': cancelOrderById,
  'GET /orders/{orderId}/files': getOrderFiles,
  'PUT /orders/{orderId}/files': putOrderFile,
  'PATCH /orders/{orderId}/orderStatus': patchOrderStatus,
  'GET /articles': getArticles,
  'PUT /articles': putArticle,
  'GET /articles/{articleSystemId}': getArticle,
  'PUT /articles/{articleSystemId}': putArticleById,
  'GET /transporterContracts': getTransporterContracts,
};

/** Longer query strings are answered 404, as IIS does. */
const mostQueryLength = 8_000;

export const operationNames = Object.keys(operations) as OngoingOperation[];
const routed = routing(operationNames);

/** Takes a request's path apart: `/nord/api/v1/orders/88001`. */
export function routeOf({
  method,
  path,
}: SandboxRequest): Route<OngoingOperation> & { readonly warehouse: string } {
  const [, warehouse = '', below] = /^\/([^/]+)\/api\/v1(\/.*)$/.exec(path) ?? [];
  return { warehouse, ...routed(method, below ?? path) };
}

/**
 * The goods owner that a request is about, as the key under which simultaneous requests are counted:
 * the vendor asks for one call at a time within it. Undefined where the request names none.
 */
export function goodsOwnerKey(store: OngoingStore, request: SandboxRequest): string | undefined {
  const { warehouse, id } = routeOf(request);
  const owner =
    request.query.get('goodsOwnerId') ??
    /"goodsOwnerId"\s*:\s*(\d+)/.exec(request.body)?.[1] ??
    store.orderById(Number(id))?.goodsOwnerId ??
    store.articleById(Number(id))?.goodsOwnerId;
  return owner === undefined ? undefined : `${warehouse}/${owner}`;
}

/** Answers one request: who asks, what for, and then what the warehouse says to it. */
export function answer(
  options: OngoingOptions,
  store: OngoingStore,
  request: SandboxRequest,
): SandboxReply {
  try {
    // Node's own fetch sends this header, and the vendor's servers were seen to answer it so.
    if (request.headers['sec-fetch-mode'] !== undefined)
      return jsonReply(500, { Message: 'An error has occurred.' });
    const { warehouse, operation, name, id } = routeOf(request);
    const account = accountOf(options, warehouse, request);
    if (request.query.toString().length > mostQueryLength)
      throw new Refusal(404, 'The query string is too long.');
    if (operation === undefined) throw new Refusal(404, `The sandbox doesn't know ${name}.`);
    return handlers[operation]({ options, store, account }, request, Number(id));
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
  const asked = Buffer.from(credentials, 'base64').toString('utf8');
  const account = inWarehouse.find(({ username, password }) => asked === `${username}:${password}`);
  if (account === undefined || scheme?.toLowerCase() !== 'basic')
    throw new Refusal(401, 'Authorization has been denied for this request.');
  return account;
}
