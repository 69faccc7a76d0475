import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it came over the wire. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly search: string;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is answered: a status (default: 200) with a body, or whatever is done to the response. */
export type Reply =
  | {
      readonly status?: number;
      readonly body?: string | Buffer;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | ((response: ServerResponse) => void);

/** Takes the request and then breaks the connection, so that its answer is lost. */
export const lost: Reply = (response) => void response.socket?.destroy();

/** Never answers. */
export const silence: Reply = () => undefined;

/** A server on a real socket of this machine that answers what a test tells it to. */
export async function startStubServer(answer: (request: Received) => Reply | Promise<Reply>) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const handle = async (): Promise<void> => {
      const { pathname: path, searchParams: query, search } = new URL(`http://stub${request.url}`);
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const body = await text(request);
      const one = { method: request.method ?? '', path, query, search, headers, body };
      received.push(one);
      const reply = await answer(one);
      if (typeof reply === 'function') reply(response);
      else response.writeHead(reply.status ?? 200, reply.headers).end(reply.body);
    };
    void handle();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    received,
    /** Stops listening at once, as a host that goes down. */
    close: async (): Promise<void> => {
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
