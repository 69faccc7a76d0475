import { article } from './article.ts';
import type { BodyOf, Shape } from './member.ts';
import { file, order, orderStatus } from './order.ts';
import { articles, goodsOwner, orders, type QueryTable } from './queries.ts';

/**
 * The operations of the REST API that Crossdock uses or simulates, by method and path below `/api/v1`,
 * with their query parameters and bodies. The names stand in logs, figures and faults.
 */
export const operations = {
  'GET /orders': { query: orders },
  'PUT /orders': { body: order },
  'DELETE /orders': { query: { ...goodsOwner, orderNumber: 'text!' } },
  'GET /orders/statuses': {},
  'GET /orders/wayOfDeliveryTypes': { query: goodsOwner },
  'GET /orders/{orderId}': {},
  'PUT /orders/{orderId}': { body: order },
  'DELETE /orders/{orderId}': {},
  'PATCH /orders/{orderId}/orderStatus': { body: orderStatus },
  'GET /orders/{orderId}/files': {},
  'PUT /orders/{orderId}/files': { query: { fileName: 'text!' }, body: file },
  'GET /articles': { query: articles },
  'PUT /articles': { body: article },
  'GET /articles/{articleSystemId}': {},
  'PUT /articles/{articleSystemId}': { body: article },
  'GET /transporterContracts': { query: goodsOwner },
} as const satisfies Readonly<Record<string, { query?: QueryTable; body?: Shape }>>;

export type OngoingOperation = keyof typeof operations;

type Of<Operation extends OngoingOperation> = (typeof operations)[Operation];

/** The names of the query parameters that an operation, or one of several, has. */
export type QueryOf<Operation extends OngoingOperation> = Operation extends unknown
  ? Of<Operation> extends { readonly query: infer Query }
    ? keyof Query & string
    : never
  : never;

/** The body that an operation takes. */
export type OperationBody<Operation extends OngoingOperation> =
  Of<Operation> extends { readonly body: infer Body extends Shape } ? BodyOf<Body> : never;
