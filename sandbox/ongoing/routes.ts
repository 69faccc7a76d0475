import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import { cancelOrder, cancelOrderById } from './cancel-order.ts';
import type { Desk } from './desk.ts';
import { getArticle, getArticles } from './get-articles.ts';
import { getOrder, getOrders } from './get-orders.ts';
import { getOrderStatuses, getTransporterContracts, getWaysOfDelivery } from './lists.ts';
import { getOrderFiles, putOrderFile } from './order-files.ts';
import { patchOrderStatus } from './patch-order-status.ts';
import { putArticle, putArticleById } from './put-article.ts';
import { putOrder, putOrderById } from './put-order.ts';

type Handler = (desk: Desk, request: SandboxRequest, id: number) => SandboxReply;

/** What the simulated interface can do, by the word for it. */
const handlers: Readonly<Record<string, Handler>> = {
  'GET /orders': getOrders,
  'PUT /orders': putOrder,
  'DELETE /orders': cancelOrder,
  'GET /orders/statuses': getOrderStatuses,
  'GET /orders/wayOfDeliveryTypes': getWaysOfDelivery,
  'GET /orders/{id}': (desk, _request, id) => getOrder(desk, id),
  'PUT /orders/{id}': putOrderById,
  'DELETE /orders/{id}': (desk, _request, id) => cancelOrderById(desk, id),
  'GET /orders/{id}/files': getOrderFiles,
  'PUT /orders/{id}/files': putOrderFile,
  'PATCH /orders/{id}/orderStatus': patchOrderStatus,
  'GET /articles': getArticles,
  'PUT /articles': putArticle,
  'GET /articles/{id}': (desk, _request, id) => getArticle(desk, id),
  'PUT /articles/{id}': putArticleById,
  'GET /transporterContracts': getTransporterContracts,
};

/** Where a request goes. */
export interface Route {
  readonly warehouse: string;
  /** `PUT /orders`, `GET /orders/{id}`. */
  readonly operation: string;
  readonly id: number;
  /** Undefined where the path or the method isn't simulated. */
  readonly handler: Handler | undefined;
}

const path = /^\/([^/]+)\/api\/v1(\/.*)?$/;

/** Takes a request's path apart: `/nord/api/v1/orders/88001`. */
export function routeOf(request: SandboxRequest): Route {
  const [, warehouse = '', rest = ''] = path.exec(request.path.replace(/\/+$/, '')) ?? [];
  let id = 0;
  const named = rest.replace(/\/(\d{1,9})(?=\/|$)/, (_whole, digits: string) => {
    id = Number(digits);
    return '/{id}';
  });
  const operation = `${request.method} ${named === '' ? request.path : named}`;
  return {
    warehouse,
    operation,
    id,
    handler: Object.hasOwn(handlers, operation) ? handlers[operation] : undefined,
  };
}
