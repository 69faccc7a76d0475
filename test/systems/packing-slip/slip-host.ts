import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The smallest thing that passes for a PDF. */
export const pdf = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'latin1');

/** A host of packing slips on this machine. */
export interface SlipHost {
  readonly port: number;
  /** The path and the Host header of each request so far. */
  readonly received: { readonly path: string; readonly host: string }[];
  /** What it answers, by path. */
  readonly pages: Map<string, (response: ServerResponse, request: IncomingMessage) => void>;
  close(): Promise<void>;
}

const givesPdf = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/pdf' });
  response.end(pdf);
};

export const redirectsTo =
  (location: string, status = 302) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { location });
    response.end('elsewhere');
  };

export const says =
  (status: number, body: string | Buffer = '', headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers);
    response.end(body);
  };

/** Starts it on IPv4's loopback, with a slip at `/slip.pdf`. */
export async function startSlipHost(): Promise<SlipHost> {
  const received: { path: string; host: string }[] = [];
  const pages: SlipHost['pages'] = new Map([['/slip.pdf', givesPdf]]);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://slips');
    received.push({ path: pathname, host: request.headers.host ?? '' });
    const page = pages.get(pathname) ?? says(404);
    page(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received,
    pages,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
