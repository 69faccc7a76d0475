import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { Connection } from '../connections/configuration.ts';
import { phaseOf } from '../systems/ongoing/statuses.ts';
import { parseBody } from './body-json.ts';
import { givenToken } from './given-token.ts';
import { startWebhookEvent } from './webhook-event-starter.ts';
import { HttpProblem } from './http-problem.ts';
import { isSameSecret } from './same-secret.ts';
import type { WebhookDependencies } from './webhook-dependencies.ts';

/** A call names an order, its tracking and its parcels: a few kilobytes. */
export const ongoingBodyLimit = 256 * 1024;

const reference = z.string().trim().max(200);

/** What is read of a call; the order itself is read from the warehouse. */
const orderCall = z.object({
  goodsOwnerId: z.int().nullish(),
  /** Only what was sent with the order comes back: one that isn't ours has none. */
  goodsOwnerOrderId: reference.nullish(),
  orderNumber: reference.nullish(),
  orderStatus: z.object({ number: z.int() }),
});
type OrderCall = z.output<typeof orderCall>;

const params = z.object({ connection: z.string() });

/** `POST /webhooks/ongoing/<connection>`, for Ongoing's webhook of orders. The vendor signs nothing. */
export function ongoingWebhook(
  server: FastifyInstance,
  { access, configuration, counter, log }: WebhookDependencies,
): void {
  const connectionOf = (given: unknown): { connection: Connection; token: string } => {
    const { connection: id } = params.parse(given);
    const connection = configuration().connections.find((each) => each.id === id && each.runnable);
    const token = connection?.webhooks?.token.reveal();
    if (connection === undefined || token === undefined) {
      throw new HttpProblem(404, 'There is no webhook for this connection.');
    }
    return { connection, token };
  };

  server.post('/webhooks/ongoing/:connection', {
    bodyLimit: ongoingBodyLimit,
    // Before the body is read: an unknown caller costs nothing.
    onRequest: (request, _reply, done) => {
      const { token } = connectionOf(request.params);
      const given = givenToken(request.headers);
      if (given === undefined || !isSameSecret(given, token)) {
        throw new HttpProblem(401, 'The token is missing or wrong.');
      }
      done();
    },
    handler: async (request) => {
      const { connection } = connectionOf(request.params);
      const call = parseBody(request.body, orderCall);
      const outcome = whyIgnored(connection, call) ?? 'taken';
      const { goodsOwnerOrderId: id, orderNumber: number } = call;
      if (outcome === 'taken' && id && number) {
        await startWebhookEvent(access, log, 'warehouse', {
          connection: connection.id,
          order: { id, number },
        });
      }
      counter.count(connection.id, outcome);
      return { outcome };
    },
  });
}

/** Why a call is worth no request to the warehouse; undefined where it is worth one. */
function whyIgnored(connection: Connection, call: OrderCall): string | undefined {
  const { warehouse, processes } = connection;
  if (!processes.shipments.enabled) return 'switched off';
  // One webhook may speak of several goods owners.
  if ((call.goodsOwnerId ?? warehouse.goodsOwnerId) !== warehouse.goodsOwnerId) {
    return 'another goods owner';
  }
  const phase = phaseOf(call.orderStatus.number, warehouse.statuses, warehouse.reportAt);
  if (phase !== 'shipped' && phase !== 'returned' && phase !== 'cancelled') return 'nothing to do';
  return call.goodsOwnerOrderId && call.orderNumber ? undefined : 'without our order id';
}
