import { describe, expect, test } from 'vitest';
import type { Bench } from './soap-client.ts';
import { bench, invoiceSearch, textsIn } from './soap-client.ts';

const setup = bench();
const { vendor, call, at } = setup;
const other = vendor.addCustomer({
  Name: 'Havna Kaffe & Te',
  Type: 'Supplier',
  OrganizationNumber: '910000001',
  PhoneNumbers: { Mobile: { Value: '+47 40000000' } },
  EmailAddresses: { Primary: { Value: 'post@havna.example' } },
  Addresses: { Post: { PostalCode: '0150', PostalArea: 'OSLO', Country: 'NO' } },
});
const early = vendor.addOrder({ CustomerId: '701', ExternalStatus: '7' });
at('2026-11-21T11:00:10Z');
const late = vendor.addOrder({ CustomerId: other.Id });
const packed = vendor.addOrder({ CustomerId: other.Id, OrderStatus: 'Pack' });
const invoiced = vendor.addOrder({ CustomerId: '701', OrderStatus: 'Draft' });
vendor.setStatus(invoiced.OrderId, 'Invoiced');

const found = (params: string): string[] =>
  textsIn(call('invoice', 'GetInvoices', invoiceSearch(params)), 'OrderId');
const states = (...names: string[]): string =>
  `<OrderStates>${names.map((name) => `<OrderSlipStateType>${name}</OrderSlipStateType>`).join('')}</OrderStates>`;
const ids = (...orders: { readonly OrderId: string }[]): string =>
  `<OrderIds>${orders.map(({ OrderId }) => `<int>${OrderId}</int>`).join('')}</OrderIds>`;

describe('GetInvoices', () => {
  test.each([
    ['statuses', states('Confirmed'), [early, late]],
    ['several statuses', states('Confirmed', 'Pack'), [early, late, packed]],
    ['ids', ids(late, early), [early, late]],
    ['an id with a leading zero', `<OrderIds><int>0${late.OrderId}</int></OrderIds>`, [late]],
    ['customers', `<CustomerIds><int>${other.Id}</int></CustomerIds>`, [late, packed]],
    ['external status', '<ExternalStatus><int>7</int></ExternalStatus>', [early]],
    ['invoices', '<InvoiceIds><int>90001</int></InvoiceIds>', [invoiced]],
    [
      'a time in UTC',
      '<ChangedAfter>2026-11-21T10:30:00Z</ChangedAfter>',
      [late, packed, invoiced],
    ],
    [
      'a time without zone',
      '<ChangedAfter>2026-11-21T10:30:00</ChangedAfter>',
      [late, packed, invoiced],
    ],
    [
      'a time elsewhere',
      '<ChangedAfter>2026-11-21T11:59:00+01:00</ChangedAfter>',
      [late, packed, invoiced],
    ],
    [
      'all of them together',
      `<ChangedAfter>2026-11-21T10:30:00Z</ChangedAfter>${states('Confirmed', 'Invoiced')}${ids(early, late)}`,
      [late],
    ],
  ])('finds by %s', (_what, params, orders) => {
    expect(found(params)).toEqual(orders.map(({ OrderId }) => OrderId));
  });

  test('misses what changed after the time but was rounded down to before it', () => {
    expect(found('<ChangedAfter>2026-11-21T11:00:05Z</ChangedAfter>')).toEqual([]);
  });

  test('misses what changed at the very time', () => {
    expect(found('<ChangedAfter>2026-11-21T11:00:00Z</ChangedAfter>')).toEqual([]);
    expect(found('<ChangedAfter>2026-11-21T10:59:59.999Z</ChangedAfter>')).toHaveLength(3);
  });

  test('shows nothing of the merchant to another identity', () => {
    const elsewhere: Bench = bench();
    elsewhere.vendor.addOrder({ CustomerId: '701' });
    elsewhere.login({ IdentityId: '0b8f2f0e-1111-4a5b-8c1d-000000000102' });
    const reply = elsewhere.call('invoice', 'GetInvoices', invoiceSearch(states('Confirmed')));
    expect(textsIn(reply, 'OrderId')).toEqual([]);
  });
});

describe('GetCompanies', () => {
  const companies = (params: string, ...names: string[]) =>
    call(
      'company',
      'GetCompanies',
      `<searchParams>${params}</searchParams><returnProperties>${names
        .map((name) => `<string>${name}</string>`)
        .join('')}</returnProperties>`,
    );

  test.each([
    ['its id', `<CompanyId>${other.Id}</CompanyId>`],
    ['ids', `<CompanyIds><int>${other.Id}</int><int>1</int></CompanyIds>`],
    ['a name with a wildcard', '<CompanyName>havna%</CompanyName>'],
    ['an e-mail address', '<CompanyEmail>post@havna.example</CompanyEmail>'],
    ['a phone number', '<CompanyPhone>+47 40000000</CompanyPhone>'],
    ['an organisation number', '<OrganizationNumber>910000001</OrganizationNumber>'],
  ])('finds a company by %s', (_what, params) => {
    expect(textsIn(companies(params), 'Id')).toEqual([other.Id]);
  });

  test('finds what changed, and gives the id unasked and the rest as asked', () => {
    const { body } = companies(
      '<ChangedAfter>2026-11-21T09:00:00Z</ChangedAfter>',
      'Type',
      'Addresses',
    );
    expect(textsIn({ body }, 'Id')).toEqual(['701', other.Id]);
    expect(textsIn({ body }, 'PostalCode')).toEqual(['0150']);
    expect(body).toContain('<Type>Supplier</Type>');
    expect(body).not.toContain('Name>');
  });

  test('needs a search parameter', () => {
    expect(companies('').body).toContain('Please specify at least one search parameter');
  });
});

describe('GetProducts', () => {
  const products = (params: string): string[] =>
    textsIn(
      call(
        'product',
        'GetProducts',
        `<searchParams>${params}</searchParams><returnProperties><string>Id</string></returnProperties>`,
      ),
      'Id',
    );

  test.each([
    ['nothing', '', ['4001', '4002']],
    ['its id', '<Id>4001</Id>', ['4001']],
    ['ids', '<ProductIds><int>4002</int><int>9</int></ProductIds>', ['4002']],
    ['its number with its zeros', '<No>000417</No>', ['4001']],
    ['its number without its zeros', '<No>417</No>', []],
    ['a name with wildcards', '<Name>%LUE%</Name>', ['4001']],
    ['any name', '<Name>%</Name>', ['4001', '4002']],
    ['a time after the last change', '<DateChanged>2026-11-21T10:30:00Z</DateChanged>', []],
  ])('finds by %s', (_what, params, expected) => {
    expect(products(params)).toEqual(expected);
  });
});

test('GetDeliveryMethods gives all of them', () => {
  expect(call('invoice', 'GetDeliveryMethods').body).toContain('<Description>Bring</Description>');
});
