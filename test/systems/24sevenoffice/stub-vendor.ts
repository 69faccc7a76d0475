import { type Received as Request, type Reply, startStubServer } from '../stub-server.ts';

/** A request of an operation. */
export interface Received extends Request {
  readonly operation: string;
  readonly session: string | undefined;
}

export type Handler = (request: Received, nth: number) => Reply | Promise<Reply>;

/** A SOAP envelope around a body, as ASP.NET writes it. */
export const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>${body}</soap:Body></soap:Envelope>`;

/** The answer of an operation; without a result the response element is empty. */
export const answer = (operation: string, result?: string) => ({
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
  #server: Awaited<ReturnType<typeof startStubServer>> | undefined;

  /** @param everything answers all requests, in place of handlers */
  static async start(everything?: Handler): Promise<StubVendor> {
    const stub = new StubVendor();
    stub.on('Login', (_request, nth) => answer('Login', `session-${nth}`));
    stub.#server = await startStubServer(
      async (request) => await stub.#answer(request, everything),
    );
    return stub;
  }

  get url(): string {
    return this.#server?.url ?? '';
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
    await this.#server?.close();
  }

  async #answer(request: Request, everything: Handler | undefined): Promise<Reply> {
    const { headers } = request;
    const action = (headers['soapaction'] ?? '').replaceAll('"', '');
    const operation = action.slice(action.lastIndexOf('/') + 1);
    const session = /ASP\.NET_SessionId=([^;]+)/.exec(headers['cookie'] ?? '')?.[1];
    const received = { ...request, operation, session };
    this.received.push(received);
    const handler = everything ?? this.#handlers.get(operation);
    const reply =
      (await handler?.(received, this.requests(operation).length)) ??
      fault(`no handler for ${operation}`);
    if (typeof reply === 'function') return reply;
    const usual = { 'content-type': 'text/xml; charset=utf-8', date: this.now.toUTCString() };
    return { ...reply, headers: { ...usual, ...reply.headers } };
  }
}
