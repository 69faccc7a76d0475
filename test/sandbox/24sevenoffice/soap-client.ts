import type {
  TwentyFourSevenOfficeOptions,
  TwentyFourSevenOfficeSandbox,
} from '../../../sandbox/24sevenoffice/24sevenoffice.ts';
import { create24SevenOffice } from '../../../sandbox/24sevenoffice/24sevenoffice.ts';
import { sandboxCredential } from '../../../sandbox/24sevenoffice/identities.ts';
import type { SandboxReply } from '../../../sandbox/vendor.ts';

/** The services' paths, written out here so that a wrong one in the product shows. */
export const paths = {
  authenticate: '/authenticate/v001/authenticate.asmx',
  invoice: '/Economy/InvoiceOrder/V001/InvoiceService.asmx',
  product: '/Logistics/Product/V001/ProductService.asmx',
  company: '/CRM/Company/V001/CompanyService.asmx',
};

export const namespace = 'http://24sevenOffice.com/webservices';

/** A request as raw as a test needs it. */
export interface RawCall {
  readonly path?: string;
  readonly method?: string;
  readonly action?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export const envelope = (content: string): string =>
  '<?xml version="1.0" encoding="utf-8"?>' +
  '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"' +
  ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<soap:Body>${content}</soap:Body></soap:Envelope>`;

export const message = (operation: string, content = ''): string =>
  `<${operation} xmlns="${namespace}">${content}</${operation}>`;

/** A simulated vendor with a hand-written client, so that nothing of the product helps its own test. */
export interface Bench {
  readonly vendor: TwentyFourSevenOfficeSandbox;
  send(call: RawCall): SandboxReply;
  /** A call with the session of the bench. */
  call(service: keyof typeof paths, operation: string, content?: string): SandboxReply;
  login(credential?: Partial<Record<string, string>>): SandboxReply;
  /** Sets the clock. */
  at(instant: string): void;
}

/** A vendor with one customer (701), two products (4001, 4002), one delivery method (1), logged in. */
export function bench(options: TwentyFourSevenOfficeOptions = {}): Bench {
  let now = new Date('2026-11-21T10:00:10Z');
  let session = '';
  const vendor = create24SevenOffice({ now: () => now, ...options });
  const send = ({ path, method, action, contentType, headers, body }: RawCall): SandboxReply =>
    vendor.handle({
      method: method ?? 'POST',
      path: path ?? paths.invoice,
      query: new URLSearchParams(),
      headers: {
        'content-type': contentType ?? 'text/xml; charset=utf-8',
        ...(action === undefined ? {} : { soapaction: action }),
        ...(session === '' ? {} : { cookie: `ASP.NET_SessionId=${session}` }),
        ...headers,
      },
      body,
    });
  const call: Bench['call'] = (service, operation, content = '') =>
    send({
      path: paths[service],
      action: `"${namespace}/${operation}"`,
      body: envelope(message(operation, content)),
    });
  const login: Bench['login'] = (changed = {}) => {
    const { ApplicationId, IdentityId, Password, Username } = {
      ApplicationId: sandboxCredential.applicationId,
      IdentityId: undefined,
      Password: sandboxCredential.password,
      Username: sandboxCredential.username,
      ...changed,
    };
    const identity = IdentityId === undefined ? '' : `<IdentityId>${IdentityId}</IdentityId>`;
    const reply = call(
      'authenticate',
      'Login',
      `<credential><ApplicationId>${ApplicationId}</ApplicationId>${identity}` +
        `<Password>${Password}</Password><Username>${Username}</Username></credential>`,
    );
    session = /<LoginResult>(\w+)<\/LoginResult>/.exec(reply.body)?.[1] ?? session;
    return reply;
  };
  vendor.addCustomer({ Name: 'Fjellheim Sport AS' });
  vendor.addProduct({ No: '000417', Name: 'Ullgenser & lue', Stock: '10' });
  vendor.addProduct({ No: 'TAU-8', Name: 'Tau 8 mm', Stock: '5', StockControlled: false });
  vendor.addDeliveryMethod({ Description: 'Bring' });
  login();
  return { vendor, send, call, login, at: (instant) => (now = new Date(instant)) };
}

export const orderIds = (ids: readonly string[]): string =>
  `<OrderIds>${ids.map((id) => `<int>${id}</int>`).join('')}</OrderIds>`;

/** The arguments of GetInvoices. */
export const invoiceSearch = (
  params: string,
  properties: readonly string[] = ['OrderId'],
  columns: readonly string[] = [],
): string => {
  const strings = (names: readonly string[]) =>
    names.map((name) => `<string>${name}</string>`).join('');
  return (
    `<searchParams>${params}</searchParams>` +
    `<invoiceReturnProperties>${strings(properties)}</invoiceReturnProperties>` +
    `<rowReturnProperties>${strings(columns)}</rowReturnProperties>`
  );
};

/** The arguments of SaveInvoices. */
export const invoicesToSave = (...items: string[]): string =>
  `<invoices>${items.map((item) => `<InvoiceOrder>${item}</InvoiceOrder>`).join('')}</invoices>`;

/** The texts of all elements of a name in a reply. */
export const textsIn = ({ body }: Pick<SandboxReply, 'body'>, name: string): string[] =>
  Array.from(
    body.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g')),
    ([, text]) => text ?? '',
  );

export const faultString = ({ body }: SandboxReply): string =>
  /<faultstring>([^<]*)<\/faultstring>/.exec(body)?.[1] ?? '';
