import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openAccount, reference, settingsFor } from './account.ts';
import { aCall } from '../a-call.ts';
import { fullOrder, idsIn, row } from './order-xml.ts';
import { answer, StubVendor } from './stub-vendor.ts';

let vendor: StubVendor;
beforeEach(async () => {
  vendor = await StubVendor.start();
});
afterEach(async () => {
  await vendor.stop();
});

const ordersOf = (...orders: string[]) => answer('GetInvoices', orders.join(''));

describe('reading one order', () => {
  test('gives what the brief names, from a real answer', async () => {
    vendor.on('GetInvoices', () => ordersOf(fullOrder(10482)));
    const { source } = openAccount(settingsFor(vendor.url));
    const snapshot = await source.read(reference('10482'), aCall());
    expect(snapshot).toMatchObject({
      id: '10482',
      number: '10482',
      changedAt: '2026-11-23T09:30:00.000Z',
      readAt: '2026-11-23T10:00:00.000Z',
      status: 'Confirmed',
      standing: 'pulled',
      faults: [],
    });
    expect(snapshot?.hash).toMatch(/^\d+:[0-9a-f]{32}$/);
    expect(snapshot?.order).toEqual({
      id: '10482',
      number: '10482',
      deliveryDate: '2026-11-24',
      deliveryDateIsDefault: false,
      referenceNumber: 'PO-77',
      salesCode: 'Kari',
      remark: 'Ring on arrival',
      wayOfDelivery: { code: '4', name: 'Bring 1202', text: 'Bring 1202' },
      consignee: {
        name: 'Nordlys Butikk Grünerløkka',
        address1: 'Markveien 1',
        address2: 'Oppgang B',
        postCode: '0554',
        city: 'Oslo',
        countryCode: 'NO',
        customerNumber: '1001',
        invoiceAddress: {
          name: 'Nordlys Butikk AS',
          address1: 'Postboks 12',
          postCode: '0101',
          city: 'Oslo',
          countryCode: 'NO',
        },
      },
      email: { value: 'shop@example.com', toBeNotified: false },
      mobile: { value: '+4790000001', toBeNotified: false },
      telephone: { value: '+4790000001', toBeNotified: false },
      lines: [
        {
          rowNumber: '1',
          article: { productCode: '4711' },
          label: 'TS-RED-M T-shirt red M',
          quantity: '2',
        },
      ],
    });
    expect(vendor.requests('GetCompanies')).toHaveLength(0);
  });

  test('asks in the contract’s order, with the session as a cookie', async () => {
    vendor.on('GetInvoices', () => ordersOf(fullOrder(1)));
    const { source, records } = openAccount({
      ...settingsFor(vendor.url),
      orders: {
        ...settingsFor(vendor.url).orders,
        extraFields: {
          'Currency.Symbol': 'prices.currencyCode',
          'lines.Price': 'prices.linePrice',
        },
      },
    });
    await source.read(reference('1'), aCall());
    const [login] = vendor.requests('Login');
    expect(login?.path).toBe('/authenticate/v001/authenticate.asmx');
    expect(login?.session).toBeUndefined();
    expect(login?.body).toMatch(
      /<t:credential><t:ApplicationId>[^<]+<\/t:ApplicationId><t:Password>p&lt;&amp;&gt;w<\/t:Password><t:Username>integration@example.com<\/t:Username><\/t:credential>/,
    );
    const [read] = vendor.requests('GetInvoices');
    expect(read?.path).toBe('/Economy/InvoiceOrder/V001/InvoiceService.asmx');
    expect(read?.session).toBe('session-1');
    expect(read?.headers['soapaction']).toBe('"http://24sevenOffice.com/webservices/GetInvoices"');
    expect(read?.body).toContain(
      '<t:searchParams><t:OrderIds><t:int>1</t:int></t:OrderIds></t:searchParams><t:invoiceReturnProperties><t:string>OrderId</t:string>',
    );
    expect(read?.body).toContain('<t:string>Currency</t:string></t:invoiceReturnProperties>');
    expect(read?.body).toContain('<t:string>Price</t:string></t:rowReturnProperties>');
    expect(vendor.requests('HasSession')).toHaveLength(0);
    expect(records.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
      'Login ok',
      'GetInvoices ok',
    ]);
  });

  test('joins orders that are asked for at once, each getting its own', async () => {
    vendor.on('GetInvoices', ({ body }) =>
      ordersOf(
        ...idsIn(body)
          .filter((id) => id !== 3)
          .map((id) => fullOrder(id)),
      ),
    );
    const { source, records } = openAccount(settingsFor(vendor.url));
    const ids = ['5', '3', '4', '5'];
    const read = await Promise.all(ids.map((id) => source.read(reference(id), aCall())));
    expect(read.map((snapshot) => snapshot?.id)).toEqual(['5', undefined, '4', '5']);
    expect(vendor.requests('GetInvoices')).toHaveLength(1);
    expect(records.at(-1)).toMatchObject({ operation: 'GetInvoices', sharedBy: 4 });
  });

  test.each([
    ['an absent result', answer('GetInvoices')],
    ['an empty result', answer('GetInvoices', '')],
    [
      'a nil result',
      {
        body: answer('GetInvoices').body.replace(
          '/webservices">',
          '/webservices"><GetInvoicesResult xsi:nil="true" />',
        ),
      },
    ],
  ])('takes %s for an order that is no longer there', async (_what, reply) => {
    vendor.on('GetInvoices', () => reply);
    const { source } = openAccount(settingsFor(vendor.url));
    expect(await source.read(reference('1'), aCall())).toBeUndefined();
  });

  test('isn’t put off by what the vendor adds beside the result', async () => {
    const { body } = ordersOf(fullOrder(1));
    vendor.on('GetInvoices', () => ({
      body: body.replace('</GetInvoicesResult>', '</GetInvoicesResult><TotalCount>1</TotalCount>'),
    }));
    const { source } = openAccount(settingsFor(vendor.url));
    expect(await source.read(reference('1'), aCall())).toMatchObject({ number: '1', faults: [] });
  });

  test('takes left out elements for their default, and sentinels for nothing', async () => {
    vendor.on('GetInvoices', () =>
      ordersOf(
        fullOrder(1, { OrderStatus: 'omit' }),
        fullOrder(2, {
          DeliveryDate: '0001-01-01T00:00:00',
          CustomerId: '-2147483648',
          DeliveryMethod: '<Id>-2147483648</Id><Description />',
          ReferenceNumber: '',
          InvoiceRows:
            row(1, { Type: 'Normal' }) +
            row(2, { Type: 'Text', ProductId: 'omit', Quantity: 'omit' }) +
            row(3, { ProductId: '-1', Quantity: '-79228162514264337593543950335' }) +
            row(4, { Hidden: 'true' }),
        }),
      ),
    );
    const { source } = openAccount(settingsFor(vendor.url));
    const [web, bare] = await Promise.all([
      source.read(reference('1'), aCall()),
      source.read(reference('2'), aCall()),
    ]);
    expect(web).toMatchObject({ status: 'Web', standing: 'elsewhere', hash: '', faults: [] });
    expect(web?.order).toBeUndefined();
    expect(bare?.order).toMatchObject({ deliveryDate: '2026-11-23', deliveryDateIsDefault: true });
    expect(bare?.order?.lines.map(({ rowNumber }) => rowNumber)).toEqual(['1', '4']);
    expect(bare?.order?.wayOfDelivery).toBeUndefined();
    expect(bare?.order?.referenceNumber).toBeUndefined();
    expect(bare?.order?.consignee.customerNumber).toBeUndefined();
  });

  test('keeps leading zeros and exact decimals, and nothing is read in this machine’s zone', async () => {
    vendor.on('GetInvoices', () =>
      ordersOf(
        fullOrder(1, {
          DateChanged: '2026-07-01T00:30:00',
          DeliveryDate: '2026-07-01T22:00:00',
          InvoiceRows: row(1, {
            Quantity: '0.10000000000000000001',
            Price: '1234567890123456789.0100',
          }),
        }),
      ),
    );
    const settings = settingsFor(vendor.url);
    const { source } = openAccount({
      ...settings,
      orders: { ...settings.orders, extraFields: { 'lines.Price': 'prices.linePrice' } },
    });
    const snapshot = await source.read(reference('1'), aCall());
    expect(snapshot?.changedAt).toBe('2026-07-01T00:30:00.000Z');
    expect(snapshot?.order?.deliveryDate).toBe('2026-07-02');
    expect(snapshot?.order?.consignee.postCode).toBe('0554');
    expect(snapshot?.order?.lines[0]).toMatchObject({
      quantity: '0.10000000000000000001',
      extra: { 'prices.linePrice': '1234567890123456789.01' },
    });
  });

  test('an order that 24SevenOffice itself can’t read becomes a fault without its stack', async () => {
    vendor.on('GetInvoices', () =>
      ordersOf(
        fullOrder(1, {
          APIException:
            '<Type>Office24Seven.Library.Core.SomeException</Type><Message>Property Type is missing.</Message><StackTrace>at Office24Seven.Secret()</StackTrace>',
        }),
      ),
    );
    const { source } = openAccount(settingsFor(vendor.url));
    const snapshot = await source.read(reference('1'), aCall());
    expect(snapshot?.order).toBeUndefined();
    expect(snapshot?.faults).toHaveLength(1);
    expect(snapshot?.faults[0]?.problem).toContain('Property Type is missing.');
    expect(JSON.stringify(snapshot)).not.toContain('Office24Seven.Secret');
  });

  test('an id that no order can have asks nobody', async () => {
    const { source } = openAccount(settingsFor(vendor.url));
    expect(await source.read(reference('9999999999'), aCall())).toBeUndefined();
    expect(await source.read(reference('A-1'), aCall())).toBeUndefined();
    expect(vendor.received).toHaveLength(0);
  });
});

describe('what an order lacks', () => {
  const company = (id: number): string =>
    `<Company><Id>${id}</Id><Name>Fallback AS</Name><Addresses><Post xsi:nil="true" /><Visit><Street>Visit 1</Street><PostalCode>5003</PostalCode><City>Bergen</City></Visit></Addresses><PhoneNumbers><Home><Value>11</Value></Home><Mobile><Value>22</Value></Mobile><Work><Value>33</Value></Work></PhoneNumbers><EmailAddresses><Home><Value>home@example.com</Value></Home><Work><Value>work@example.com</Value></Work></EmailAddresses><Country>NO</Country></Company>`;
  const bare = {
    CustomerName: 'omit',
    CustomerDeliveryName: 'omit',
    CustomerDeliveryPhone: '',
    InvoiceEmailAddress: '',
    Addresses: '',
  };

  test('comes from the companies, one request for all orders', async () => {
    vendor.on('GetInvoices', ({ body }) =>
      ordersOf(
        ...idsIn(body).map((id) =>
          fullOrder(id, { ...bare, ...(id === 2 ? { CustomerDeliveryId: '2002' } : {}) }),
        ),
      ),
    );
    vendor.on('GetCompanies', ({ body }) =>
      answer('GetCompanies', idsIn(body).map(company).join('')),
    );
    const { source } = openAccount(settingsFor(vendor.url));
    const read = await Promise.all(
      ['1', '2', '3'].map((id) => source.read(reference(id), aCall())),
    );
    expect(read[0]?.order).toMatchObject({
      consignee: {
        name: 'Fallback AS',
        address1: 'Visit 1',
        city: 'Bergen',
        countryCode: 'NO',
        customerNumber: '1001',
      },
      email: { value: 'work@example.com' },
      mobile: { value: '22' },
      telephone: { value: '33' },
    });
    expect(vendor.requests('GetCompanies')).toHaveLength(1);
    expect(idsIn(vendor.requests('GetCompanies')[0]?.body ?? '')).toEqual([1001, 2002]);
  });

  test('is a fault where the company doesn’t have it either', async () => {
    vendor.on('GetInvoices', () => ordersOf(fullOrder(1, bare)));
    vendor.on('GetCompanies', () => answer('GetCompanies'));
    const { source } = openAccount(settingsFor(vendor.url));
    const snapshot = await source.read(reference('1'), aCall());
    expect(snapshot?.faults.map(({ field }) => field)).toEqual([
      'Delivery name',
      'Delivery address',
    ]);
    expect(snapshot?.standing).toBe('pulled');
    expect(snapshot?.hash).toBe('');
  });
});
