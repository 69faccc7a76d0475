import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface Received {
  readonly operation: string;
  readonly path: string;
  readonly session: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the stub answers: a body, or something ruder. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** Never answer; or break the connection off. */
  readonly instead?: 'hang' | 'reset';
}

export type Handler = (request: Received, nth: number) => Reply | Promise<Reply>;

/** A SOAP envelope around a body, as ASP.NET writes it. */
export const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>${body}</soap:Body></soap:Envelope>`;

/** The answer of an operation; without a result the response element is empty. */
export const answer = (operation: string, result?: string): Reply => ({
  body: envelope(
    `<${operation}Response xmlns="http://24sevenOffice.com/webservices">${
      result === undefined ? '' : `<${operation}Result>${result}</${operation}Result>`
    }</${operation}Response>`,
  ),
});

/** A SOAP fault. */
export const fault = (text: string, code = 'soap:Server', status = 500): Reply => ({
  status,
  body: envelope(
    `<soap:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring><detail /></soap:Fault>`,
  ),
});

/** A vendor on a real socket, which answers what a test tells it to. Logins succeed unless told otherwise. */
export class StubVendor {
  readonly received: Received[] = [];
  /** The vendor's clock. */
  now = new Date('2026-11-23T10:00:00Z');
  readonly #handlers = new Map<string, Handler>();
  #everything: Handler | undefined;
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const action = String(request.headers['soapaction'] ?? '').replaceAll('"', '');
      void this.#answer(
        {
          operation: action.slice(action.lastIndexOf('/') + 1),
          path: request.url ?? '',
          session: /ASP\.NET_SessionId=([^;]+)/.exec(request.headers.cookie ?? '')?.[1],
          headers: request.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        },
        response,
      );
    });
  });

  /** @param everything answers all requests, in place of handlers */
  static async start(everything?: Handler): Promise<StubVendor> {
    const stub = new StubVendor();
    stub.#everything = everything;
    stub.on('Login', (_request, nth) => answer('Login', `session-${nth}`));
    stub.#server.listen(0, '127.0.0.1');
    await once(stub.#server, 'listening');
    return stub;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Sets what an operation answers; `nth` counts its requests from 1. */
  on(operation: string, handler: Handler): void {
    this.#handlers.set(operation, handler);
  }

  /** The requests of an operation. */
  requests(operation: string): Received[] {
    return this.received.filter((request) => request.operation === operation);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: Received, response: ServerResponse): Promise<void> {
    this.received.push(request);
    const handler = this.#everything ?? this.#handlers.get(request.operation);
    const reply: Reply =
      handler === undefined
        ? fault(`no handler for ${request.operation}`)
        : await handler(request, this.requests(request.operation).length);
    if (reply.instead === 'hang') return;
    if (reply.instead === 'reset') {
      response.socket?.destroy();
      return;
    }
    response.writeHead(reply.status ?? 200, {
      'content-type': 'text/xml; charset=utf-8',
      date: this.now.toUTCString(),
      ...reply.headers,
    });
    response.end(reply.body);
  }
}
