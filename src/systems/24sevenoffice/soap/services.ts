import { fileURLToPath } from 'node:url';

import { type Client, createClientAsync, type IWSDLCache } from 'soap';

import { PatientHttpClient } from './large-answers.ts';

/** Which service has which operation; the only operations that Crossdock uses. */
export const serviceOf = {
  Login: 'authenticate',
  GetIdentity: 'authenticate',
  GetInvoices: 'invoice',
  SaveInvoices: 'invoice',
  GetDeliveryMethods: 'invoice',
  GetProducts: 'product',
  SetStockQuantity: 'product',
  GetCompanies: 'company',
} as const;

/** An operation of 24SevenOffice's API. */
export type Operation = keyof typeof serviceOf;

/** Those that change something at the vendor. */
export const writingOperations: ReadonlySet<Operation> = new Set([
  'SaveInvoices',
  'SetStockQuantity',
]);

type Service = (typeof serviceOf)[Operation];

const services: Readonly<Record<Service, { readonly wsdl: URL; readonly path: string }>> = {
  authenticate: {
    wsdl: new URL('./wsdl/authenticate.wsdl', import.meta.url),
    path: '/authenticate/v001/authenticate.asmx',
  },
  invoice: {
    wsdl: new URL('./wsdl/invoice.wsdl', import.meta.url),
    path: '/Economy/InvoiceOrder/V001/InvoiceService.asmx',
  },
  product: {
    wsdl: new URL('./wsdl/product.wsdl', import.meta.url),
    path: '/Logistics/Product/V001/ProductService.asmx',
  },
  company: {
    wsdl: new URL('./wsdl/company.wsdl', import.meta.url),
    path: '/CRM/Company/V001/CompanyService.asmx',
  },
};

/**
 * Keeps values as the text that came over the wire. The library would make floats of decimals, and
 * read a zone-less time in this machine's own zone.
 */
const asText = (text: string): string => text;
const everythingAsText = {
  boolean: asText,
  dateTime: asText,
  decimal: asText,
  guid: asText,
  int: asText,
  long: asText,
  short: asText,
};

/**
 * Parsed descriptions, shared by all connections: they are always opened with the same options, so
 * that the library's habit of writing options into them does no harm.
 */
const descriptions: IWSDLCache = new Map();

/** The SOAP clients of one account: opened from disk at their first use, never from the vendor. */
export class Services {
  readonly #url: string;
  readonly #clients = new Map<Service, Promise<Client>>();

  constructor(url: string) {
    this.#url = url.replace(/\/+$/, '');
  }

  /** The client that has the operation. */
  async clientFor(operation: Operation): Promise<Client> {
    const service = serviceOf[operation];
    const known = this.#clients.get(service);
    if (known !== undefined) return await known;
    const { wsdl, path } = services[service];
    const opened = open(wsdl, `${this.#url}${path}`);
    this.#clients.set(service, opened);
    return await opened;
  }
}

async function open(wsdl: URL, endpoint: string): Promise<Client> {
  const http = new PatientHttpClient();
  const client = await createClientAsync(fileURLToPath(wsdl), {
    endpoint,
    wsdlCache: descriptions,
    customDeserializer: everythingAsText,
    httpClient: http,
  });
  http.answersFollow(client.wsdl);
  // Every call in flight listens for its own response.
  client.setMaxListeners(0);
  return client;
}
