import type { FastifyInstance } from 'fastify';

import type { TemporalAccess } from '../temporal/temporal-access.ts';

const answersWithinMs = 2_000;
/** Anybody may ask: Temporal isn't asked more often than this. */
const askAgainMs = 1_000;

/**
 * `GET /health`: this process is alive. `GET /ready`: its workers run and Temporal answers, so that it
 * does its work; 503 otherwise, and while it drains.
 */
export function healthRoutes(
  server: FastifyInstance,
  access: TemporalAccess,
  isWorking: () => boolean,
): void {
  let asked: { readonly at: number; readonly answers: Promise<boolean> } | undefined;
  const temporalAnswers = async (): Promise<boolean> => {
    if (asked === undefined || Date.now() - asked.at > askAgainMs) {
      asked = { at: Date.now(), answers: answersNow(access) };
    }
    return await asked.answers;
  };

  server.get('/health', () => ({ status: 'alive' }));
  server.get('/ready', async (_request, reply) => {
    const workers = isWorking();
    const temporal = await temporalAnswers();
    const ready = workers && temporal;
    return await reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not ready', workers, temporal });
  });
}

async function answersNow({ client }: TemporalAccess): Promise<boolean> {
  try {
    await client.connection.withDeadline(
      Date.now() + answersWithinMs,
      async () => await client.connection.workflowService.getSystemInfo({}),
    );
    return true;
  } catch {
    return false;
  }
}
