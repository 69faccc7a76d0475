import { type Client, createClientAsync, type IWSDLCache } from 'soap';

import { type Operation, serviceOf } from '../contract/services.ts';
import { PatientHttpClient } from './large-answers.ts';
import { wsdlOf } from './wsdl.ts';

/**
 * Parsed descriptions, shared by all connections: they are always opened with the same options, so
 * that the library's habit of writing options into them does no harm.
 */
const descriptions: IWSDLCache = new Map();

/** The SOAP clients of one account: made from our own description at their first use, never from the vendor's. */
export class Services {
  readonly #url: string;
  readonly #clients = new Map<string, Promise<Client>>();

  constructor(url: string) {
    this.#url = url.replace(/\/+$/, '');
  }

  /** The client that has the operation. */
  async clientFor(operation: Operation): Promise<Client> {
    const service = serviceOf(operation);
    const known = this.#clients.get(service.name);
    if (known !== undefined) return await known;
    const opened = open(wsdlOf(service), `${this.#url}${service.path}`);
    this.#clients.set(service.name, opened);
    return await opened;
  }
}

async function open(wsdl: string, endpoint: string): Promise<Client> {
  const http = new PatientHttpClient();
  const client = await createClientAsync(wsdl, {
    endpoint,
    wsdlCache: descriptions,
    httpClient: http,
  });
  http.answersFollow(client.wsdl);
  // Every call in flight listens for its own response.
  client.setMaxListeners(0);
  return client;
}
