import { createHmac } from 'node:crypto';

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { OrderDeskConnection } from '../connections/configuration.ts';
import { parseBody } from './body-json.ts';
import { startWebhookEvent } from './webhook-event-starter.ts';
import { HttpProblem } from './http-problem.ts';
import { isSameSecret } from './same-secret.ts';
import type { WebhookDependencies } from './webhook-dependencies.ts';

/** Far more than an order of a thousand items takes as a form. */
export const orderDeskBodyLimit = 2 * 1024 * 1024;

const storeHeader = 'x-order-desk-store-id';
const hashHeader = 'x-order-desk-hash';

/** The rest of the order is read from the store: a call that is sent again may be days old. */
const postedOrder = z.object({
  id: z.union([z.string().regex(/^\d{1,20}$/), z.int().positive().transform(String)]),
});
const form = z.object({ order: z.string() });

/**
 * `POST /webhooks/orderdesk`, for the rule action "Post Order JSON". The vendor takes exactly 200 or 201
 * for success and calls five times again within two hours otherwise.
 */
export function orderDeskWebhook(
  server: FastifyInstance,
  { access, configuration, counter, log }: WebhookDependencies,
): void {
  const connectionsOf = (storeId: unknown): readonly OrderDeskConnection[] => {
    const found = configuration().connections.flatMap((connection) =>
      connection.system === 'orderdesk' &&
      connection.runnable &&
      connection.source.storeId === storeId
        ? [connection]
        : [],
    );
    if (found.length === 0) throw new HttpProblem(404, 'No connection has this store.');
    return found;
  };

  server.post('/webhooks/orderdesk', {
    bodyLimit: orderDeskBodyLimit,
    // Before the body is read: an unknown caller costs nothing.
    onRequest: (request, _reply, done) => {
      connectionsOf(request.headers[storeHeader]);
      done();
    },
    handler: async (request) => {
      const signed = signedText(request.body);
      const given = request.headers[hashHeader];
      const ours = connectionsOf(request.headers[storeHeader]).filter(({ source }) =>
        isSigned(signed, given, source.apiKey.reveal()),
      );
      if (ours.length === 0) throw new HttpProblem(401, 'The signature is missing or wrong.');
      const { id } = parseBody(signed, postedOrder);
      const wanted = ours.filter(({ processes }) => processes.orders.enabled);
      await Promise.all(
        wanted.map(async (connection) => {
          const order = { id, number: id };
          await startWebhookEvent(access, log, 'source', { connection: connection.id, order });
        }),
      );
      for (const connection of ours) {
        counter.count(connection.id, wanted.includes(connection) ? 'taken' : 'switched off');
      }
      return { outcome: wanted.length > 0 ? 'taken' : 'switched off' };
    },
  });
}

/** What the signature is over: a form's field as it is once it was decoded, or all of a JSON body. */
function signedText(body: unknown): string {
  if (typeof body === 'string') return body;
  const parsed = form.safeParse(body);
  if (parsed.success) return parsed.data.order;
  throw new HttpProblem(400, 'The form has no field `order`.');
}

function isSigned(text: string, given: unknown, key: string): boolean {
  const wanted = createHmac('sha256', key).update(text).digest('hex');
  return typeof given === 'string' && isSameSecret(given.toLowerCase(), wanted);
}
