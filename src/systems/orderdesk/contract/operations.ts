import { z } from 'zod';

import { inventoryItem, inventoryItems, move, note, shipment, type Written } from './bodies.ts';
import { inventory, orders, type QueryTable } from './queries.ts';

/**
 * The operations of the API that Crossdock uses or simulates, by method and path below `/api/v2`, with
 * their query parameters and bodies. The names stand in logs, figures and faults.
 */
export const operations = {
  'GET /test': {},
  'GET /store': {},
  'GET /orders': { query: orders },
  'GET /orders/{id}': {},
  'POST /orders/{id}/order-history': { body: note },
  'GET /orders/{id}/shipments': {},
  'POST /orders/{id}/shipments': { body: shipment },
  // Each is judged alone.
  'POST /batch-shipments': { body: z.array(z.unknown()).min(1) },
  'POST /move-orders': { body: move },
  'GET /inventory-items': { query: inventory },
  'GET /inventory-items/{id}': {},
  'PUT /inventory-items/{id}': { body: inventoryItem },
  'PUT /batch-inventory-items': { body: inventoryItems },
} as const satisfies Readonly<Record<string, { query?: QueryTable; body?: z.ZodType }>>;

export type OrderDeskOperation = keyof typeof operations;

type Of<Operation extends OrderDeskOperation> = (typeof operations)[Operation];

/** The names of the query parameters that an operation, or one of several, has. */
export type QueryOf<Operation extends OrderDeskOperation> = Operation extends unknown
  ? Of<Operation> extends { readonly query: infer Query }
    ? keyof Query & string
    : never
  : never;

/** The body that an operation takes. */
export type OperationBody<Operation extends OrderDeskOperation> =
  Of<Operation> extends { readonly body: infer Body extends z.ZodType }
    ? Written<z.input<Body>>
    : never;
