import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import { HttpProblem } from './http-problem.ts';

/** A caller that takes longer than these, in milliseconds, is cut off. */
const headersWithinMs = 5_000;
const requestWithinMs = 15_000;
const idleMs = 10_000;

const longestHeaders = 16_384;
const mostConnections = 500;

/** What is said of a request that Fastify itself refuses. */
const wordsFor: Readonly<Record<number, string>> = {
  400: 'The body can’t be read.',
  413: 'The body is too large.',
  415: 'The body must be JSON or a form.',
};

/**
 * A server without routes. Bodies stay texts, because signatures are over what was sent. No answer
 * says more of a fault than its kind.
 */
export async function createHttpServer(log: Logger): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    forceCloseConnections: 'idle',
    requestTimeout: requestWithinMs,
    keepAliveTimeout: idleMs,
    http: {
      headersTimeout: headersWithinMs,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: longestHeaders,
    },
  });
  server.server.maxConnections = mostConnections;
  await server.register(formbody);
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  server.setNotFoundHandler(() => {
    throw new HttpProblem(404, 'There is nothing at this address.');
  });
  server.setErrorHandler(async (error, request, reply) => {
    const statusCode = statusOf(error);
    if (statusCode >= 500 && !(error instanceof HttpProblem)) {
      log.error({ path: request.routeOptions.url, error: String(error) }, 'a request failed');
    }
    if (statusCode === 401) {
      void reply.header('www-authenticate', 'Basic realm="webhook", charset="UTF-8"');
    }
    const words =
      error instanceof HttpProblem
        ? error.message
        : (wordsFor[statusCode] ?? 'The request can’t be served.');
    await reply.code(statusCode).send({ error: words });
  });
  return server;
}

function statusOf(error: unknown): number {
  if (!(error instanceof Error) || !('statusCode' in error)) return 500;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 600 ? statusCode : 500;
}
