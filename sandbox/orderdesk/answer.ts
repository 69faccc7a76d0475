import {
  operations,
  type OrderDeskOperation,
} from '../../src/systems/orderdesk/contract/operations.ts';
import { Refusal } from '../rest/refusal.ts';
import { routing } from '../rest/routing.ts';
import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import type { Bucket } from './bucket.ts';
import type { Desk } from './desk.ts';
import { instantOf } from './desk.ts';
import { getInventory, getInventoryItem } from './inventory/get-inventory.ts';
import { getOrder, getOrders } from './get-orders.ts';
import { getStore, getTest } from './get-store.ts';
import { moveOrders } from './move-orders.ts';
import { addNote } from './order-history.ts';
import { putInventory, putInventoryItem } from './inventory/put-inventory.ts';
import { refuseQuery } from './query.ts';
import { errorReply } from './replies.ts';
import { getShipments, postShipment, postShipments } from './shipments.ts';

type Handler = (desk: Desk, request: SandboxRequest, id: string) => SandboxReply;

const handlers: Readonly<Record<OrderDeskOperation, Handler>> = {
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

export const operationNames = Object.keys(operations) as OrderDeskOperation[];

/** Writes that the vendor knows and an integration must never make: they replace or lose data. */
const forbidden = [
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

const routed = routing(operationNames);
const root = '/api/v2';

/** Takes a request's path apart: `/api/v2/orders/4091036031`. */
export function routeOf({ method, headers, path }: SandboxRequest) {
  // The vendor's older examples send a PUT as a POST with a header that says so.
  const isPut = method === 'POST' && headers['x-http-method-override']?.toUpperCase() === 'PUT';
  const below = path.startsWith(`${root}/`) ? path.slice(root.length) : undefined;
  return below === undefined
    ? { operation: undefined, name: `${method} ${path}`, id: '' }
    : routed(isPut ? 'PUT' : method, below);
}

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
    const { operation, name, id } = routeOf(request);
    if (forbidden.includes(name)) {
      desk.store.state.refusedWrites.push({ at: instantOf(desk), operation: name });
      throw new Refusal(403, `The sandbox refuses ${name}: it would replace or lose data`);
    }
    if (operation === undefined) throw new Refusal(404, `The sandbox doesn't know ${name}`);
    if (!('query' in operations[operation])) refuseQuery(desk, request);
    return handlers[operation](desk, request, id);
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
