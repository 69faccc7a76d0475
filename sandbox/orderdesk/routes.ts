import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import type { Desk } from './desk.ts';
import { getInventory, getInventoryItem } from './get-inventory.ts';
import { getOrder, getOrders } from './get-orders.ts';
import { getStore, getTest } from './get-store.ts';
import { moveOrders } from './move-orders.ts';
import { addNote } from './order-history.ts';
import { putInventory, putInventoryItem } from './put-inventory.ts';
import { getShipments, postShipment, postShipments } from './shipments.ts';

type Handler = (desk: Desk, request: SandboxRequest, id: string) => SandboxReply;

/** What the simulated interface can do, by the word for it. */
const handlers: Readonly<Record<string, Handler>> = {
  'GET /test': getTest,
  'GET /store': getStore,
  'GET /orders': getOrders,
  'GET /orders/{id}': getOrder,
  'POST /orders/{id}/order-history': addNote,
  'GET /orders/{id}/shipments': getShipments,
  'POST /orders/{id}/shipments': postShipment,
  'POST /batch-shipments': postShipments,
  'POST /move-orders': moveOrders,
  'GET /inventory-items': getInventory,
  'GET /inventory-items/{id}': getInventoryItem,
  'PUT /inventory-items/{id}': putInventoryItem,
  'PUT /batch-inventory-items': putInventory,
};

/** These read their query string themselves; no other takes any parameter. */
const withQuery: readonly string[] = ['GET /orders', 'GET /inventory-items'];

/** Writes that the vendor knows and an integration must never make: they replace or lose data. */
const forbidden: readonly string[] = [
  'POST /orders',
  'PUT /orders/{id}',
  'DELETE /orders/{id}',
  'POST /orders/{id}/order-items',
  'PUT /orders/{id}/order-items/{id}',
  'DELETE /orders/{id}/order-items/{id}',
  'PUT /orders/{id}/shipments/{id}',
  'DELETE /orders/{id}/shipments/{id}',
  'POST /inventory-items',
  'DELETE /inventory-items/{id}',
];

/** Where a request goes. */
export interface Route {
  /** `GET /orders/{id}`. */
  readonly operation: string;
  /** The first id in the path, or nothing. */
  readonly id: string;
  readonly takesQuery: boolean;
  readonly isForbidden: boolean;
  /** Undefined where the path or the method isn't simulated. */
  readonly handler: Handler | undefined;
}

const root = '/api/v2';

/** Takes a request's path apart: `/api/v2/orders/4091036031`. */
export function routeOf(request: SandboxRequest): Route {
  const path = request.path.replace(/\/+$/, '');
  const rest = path.startsWith(`${root}/`) ? path.slice(root.length) : undefined;
  const ids: string[] = [];
  const named = rest?.replace(/\/(\d+)(?=\/|$)/g, (_whole, digits: string) => {
    ids.push(digits);
    return '/{id}';
  });
  const operation = `${methodOf(request)} ${named ?? request.path}`;
  return {
    operation,
    id: ids[0] ?? '',
    takesQuery: withQuery.includes(operation),
    isForbidden: forbidden.includes(operation),
    handler: Object.hasOwn(handlers, operation) ? handlers[operation] : undefined,
  };
}

/** The vendor's older examples send a PUT as a POST with a header that says so. */
export const methodOf = ({ method, headers }: SandboxRequest): string =>
  method === 'POST' && headers['x-http-method-override']?.toUpperCase() === 'PUT' ? 'PUT' : method;
