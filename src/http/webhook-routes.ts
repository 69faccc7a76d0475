import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Connection } from '../connections/configuration.ts';
import type { End } from '../domain/incident.ts';
import { type ConnectionWebhook, UnreadableBody, type Webhook } from '../systems/kit/webhook.ts';
import { HttpProblem } from './http-problem.ts';
import type { WebhookDependencies } from './webhook-dependencies.ts';
import { startWebhookEvent } from './webhook-event-starter.ts';

/** The process that would find what a call is about, sooner or later. */
const processOf = { source: 'orders', warehouse: 'shipments' } as const;

const params = z.object({ connection: z.string().optional() });

/** A connection that a call is meant for. */
interface Meant {
  readonly connection: Connection;
  readonly webhook: ConnectionWebhook;
}

/**
 * Serves one system's webhook, as its adapter describes it.
 * @param end at which end of a connection the system stands
 */
export function webhookRoute(
  server: FastifyInstance,
  system: string,
  end: End,
  { path, bodyLimit, proof, refusals, textOf }: Webhook,
  { access, configuration, counter, log }: WebhookDependencies,
): void {
  const meantBy = ({ params: given, headers }: FastifyRequest): readonly Meant[] => {
    const { connection: id } = params.parse(given);
    const meant = configuration().connections.flatMap((connection): Meant[] => {
      const { webhook } = connection[end];
      const isOurs = connection.runnable && connection[end].system === system;
      if (!isOurs || (id ?? connection.id) !== connection.id) return [];
      return webhook?.isMeant(headers) === true ? [{ connection, webhook }] : [];
    });
    if (meant.length === 0) throw new HttpProblem(404, refusals.unknown);
    return meant;
  };
  const proven = (request: FastifyRequest, text: string): readonly Meant[] => {
    const ours = meantBy(request).filter(({ webhook }) => webhook.isProven(request.headers, text));
    if (ours.length === 0) throw new HttpProblem(401, refusals.unproven);
    return ours;
  };

  server.post(path, {
    bodyLimit,
    // Before the body is read: an unknown caller costs nothing.
    onRequest: (request, _reply, done) => {
      if (proof === 'word') proven(request, '');
      else meantBy(request);
      done();
    },
    handler: async (request) => {
      const text = readable(() => textOf(request.body));
      const ours = proven(request, text);
      const outcomes = await Promise.all(
        ours.map(async ({ connection: { id: connection, source }, webhook }) => {
          const outcome = readable(() => webhook.read(text));
          let word = 'taken';
          if (source.processes[processOf[end]]?.enabled !== true) word = 'switched off';
          else if ('ignored' in outcome) word = outcome.ignored;
          else await startWebhookEvent(access, log, end, { connection, order: outcome.order });
          return { connection, word };
        }),
      );
      for (const { connection, word } of outcomes) counter.count(connection, word);
      const words = outcomes.map(({ word }) => word);
      return { outcome: words.includes('taken') ? 'taken' : words[0] };
    },
  });
}

function readable<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableBody) throw new HttpProblem(400, error.message);
    throw error;
  }
}
