import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';

import { faultsOf, fileWith, leastConnection, leastStore } from './written-file.ts';

const messagesOf = (text: string): string[] =>
  faultsOf(text).map((fault) => fault.slice(fault.indexOf(' ') + 1));

describe('a value is refused, with what to write instead', () => {
  test.each<[string, unknown, string]>(
    [
      ['name', '', '"" is empty'],
      ['name', ['a'], 'must be a single value, not a list'],
      ['name', { a: 1 }, 'must be a single value, not a section'],
      ['name', null, 'has no value; write one, or delete the line'],
      ['name', 'a\nb', '"a\\nb" holds a line break or another control character'],
      [
        'source/applicationId',
        undefined,
        'is missing; write it, for example ${NORDLYS_24SO_APPLICATION_ID}',
      ],
      ['source/username', '', 'the value is empty'],
      ['source/password', '', 'the value is empty'],
      ['source/password', null, 'has no value; write one, or delete the line'],
      [
        'source/url',
        'api.24sevenoffice.com',
        '"api.24sevenoffice.com" is not an address such as https://api.24sevenoffice.com',
      ],
      [
        'source/url',
        'ftp://a.example',
        '"ftp://a.example" is not an address such as https://api.24sevenoffice.com',
      ],
      [
        'source/url',
        'https://me:pw@a.example',
        'the value holds a user name or password; write them under their own keys',
      ],
      [
        'source/url',
        'https://a.example/?x=1',
        '"https://a.example/?x=1" has something after the path (? or #); leave it out',
      ],
      [
        'source/identityId',
        '4711',
        '"4711" is not a GUID such as 0b8f2f0e-1111-4a5b-8c1d-000000000101',
      ],
      [
        'source/timeZone',
        '+01:00',
        '"+01:00" is not a time zone; write its IANA name, such as Europe/Oslo',
      ],
      [
        'source/timeZone',
        'Oslo',
        '"Oslo" is not a time zone; write its IANA name, such as Europe/Oslo',
      ],
      ['warehouse/system', 'ongoin', '"ongoin" is not one of ongoing; did you mean ongoing?'],
      ['warehouse/api', 'graphql', '"graphql" is not one of rest, soap; known here: rest, soap'],
      [
        'warehouse/url',
        undefined,
        'is missing; write it, for example https://api.ongoingsystems.se/nord',
      ],
      [
        'warehouse/url',
        'https://api.ongoingsystems.se/',
        '"https://api.ongoingsystems.se/" lacks the warehouse’s name, as in https://api.ongoingsystems.se/nord',
      ],
      [
        'warehouse/url',
        'https://x.example/nord/api/v1/',
        '"https://x.example/nord/api/v1/" ends with /api/v1, which is appended by itself; leave it out',
      ],
      [
        'warehouse/url',
        'http://wms.internal/nord',
        '"http://wms.internal/nord" would send the credentials unencrypted; write https (http is only for localhost, 127.0.0.1 and ::1)',
      ],
      ['warehouse/goodsOwnerId', 0, '"0" is not a whole number from 1 to 2147483647'],
      [
        'warehouse/goodsOwnerId',
        2_147_483_648,
        '"2147483648" is not a whole number from 1 to 2147483647',
      ],
      ['warehouse/goodsOwnerId', 10.5, '"10.5" is not a whole number from 1 to 2147483647'],
      ['warehouse/goodsOwnerId', -1, '"-1" is not a whole number from 1 to 2147483647'],
      ['warehouse/timeZone', 7, '"7" is not a time zone; write its IANA name, such as Europe/Oslo'],
      ['warehouse/statuses/begun', 'x', '"x" is not a whole number from 1 to 2147483647'],
      ['warehouse/statuses/picked', 300, '"300" must be above begun (300)'],
      ['warehouse/statuses/begun', 450, '"450" must be below picked (400)'],
      ['warehouse/statuses/collected', 425, '"425" must be above shipped (450)'],
      ['warehouse/statuses/error', 200, '"200" is also open'],
      ['orders/enabled', 'yes', '"yes" is neither true nor false; write one of them'],
      ['orders/enabled', null, 'has no value; write one, or delete the line'],
      ['orders/every', '15 m', '"15 m" is not a duration; write 15m, 1h or 30s'],
      ['orders/every', 15, '"15" is not a duration; write 15m, 1h or 30s'],
      ['orders/every', '4s', '"4s" is too short an interval; write 5s or more'],
      ['orders/every', '32d', '"32d" is too long; write 31d or less'],
      ['orders/since', '2026-02-30', '"2026-02-30" is not a date; write it as 2026-11-01'],
      ['orders/since', '1.11.2026', '"1.11.2026" is not a date; write it as 2026-11-01'],
      ['orders/statuses', [], 'needs at least one entry'],
      ['orders/statuses', 'Confirmed', 'must be a list, with - before each entry or in [ ]'],
      [
        'orders/statusOnImport',
        'Packk',
        '"Packk" is not an order status of 24SevenOffice; did you mean Pack?',
      ],
      [
        'orders/statusOnImport',
        'CollectingOrder',
        '"CollectingOrder" is a status that is never written; choose another',
      ],
      [
        'orders/statusOnImport',
        'Draft',
        '"Draft" is in orders.cancelStatuses; the order would be cancelled at the warehouse',
      ],
      ['orders/notify', 'email', 'must be a section with keys of its own'],
      ['orders/notify/email', 1, '"1" is neither true nor false; write one of them'],
      ['orders/extraFields', ['a'], 'must be a section with keys of its own'],
      [
        'shipments/reportAt',
        'sent',
        '"sent" is not a name of warehouse.statuses; known here: error, open, begun, picked, shipped, collected, returned, cancelled',
      ],
      [
        'shipments/reportAt',
        'begun',
        '"begun" comes before picked; write shipped, collected or a number between picked and returned',
      ],
      [
        'shipments/reportAt',
        399,
        '"399" comes before picked; write shipped, collected or a number between picked and returned',
      ],
      [
        'shipments/reportAt',
        'returned',
        '"returned" is not before returned; write shipped, collected or a number between picked and returned',
      ],
      [
        'shipments/statusOnShipped',
        'Sendt',
        '"Sendt" is not an order status of 24SevenOffice; did you mean Sent?',
      ],
      [
        'shipments/statusOnShipped',
        'Confirmed',
        '"Confirmed" is in orders.statuses; a shipped order would be taken again',
      ],
      [
        'shipments/trackingField',
        'Title',
        '"Title" is not one of InvoiceText; known here: InvoiceText',
      ],
      ['shipments/waitForTracking', 'none', '"none" is not a duration; write 15m, 1h or 30s'],
      ['articles/weightUnit', 'lb', '"lb" is not one of kg, g; known here: kg, g'],
      [
        'stock/quantity',
        'sellabel',
        '"sellabel" is not one of physical, sellable; did you mean sellable?',
      ],
      ['stock/maxShareToZero', 0.2, '"0.2" is not a share; write 20%, at most 100%'],
      ['stock/maxShareToZero', '101%', '"101%" is not a share; write 20%, at most 100%'],
      ['webhooks/token', '', 'the value is empty'],
    ].filter(([, , message]) => message !== '') as [string, unknown, string][],
  )('%s: %j', (path, value, message) => {
    const key = `connections.nordlys.${path.replaceAll('/', '.')}`;
    expect(messagesOf(fileWith({ [path]: value }))).toEqual([`${key}: ${message}`]);
  });

  test.each<[string, Record<string, string>, string[]]>([
    [
      'a source that isn’t known',
      { SuplierId: 'freeValues.freeText1' },
      ['SuplierId: not a field of 24SevenOffice’s products; did you mean SupplierId?'],
    ],
    [
      'a source that only orders have',
      { 'lines.Price': 'customerPrice' },
      [
        expect.stringMatching(
          /^lines\.Price: not a field of 24SevenOffice’s products; known here: Id, No, /,
        ),
      ],
    ],
    [
      'a source that moves when Crossdock writes',
      { Stock: 'freeValues.freeText1' },
      [expect.stringMatching(/^Stock: not a field of 24SevenOffice’s products; /)],
    ],
    [
      'a target that isn’t known',
      { Price: 'costumerPrice' },
      [
        'Price: "costumerPrice" is not a field of the warehouse that can be filled; did you mean customerPrice?',
      ],
    ],
    [
      'a target that only orders have',
      { Price: 'prices.linePrice' },
      [
        expect.stringMatching(
          /^Price: "prices\.linePrice" is not a field of the warehouse that can be filled; /,
        ),
      ],
    ],
    [
      'a target that the mapping fills',
      { EAN1: 'barCodeInfo.barCode' },
      [
        'EAN1: "barCodeInfo.barCode" is not a field of the warehouse that can be filled; did you mean barCodeInfo.barCodePallet?',
      ],
    ],
    [
      'the same target twice',
      { Price: 'customerPrice', WebPrice: 'customerPrice' },
      ['WebPrice: "customerPrice" is already filled from Price; keep one'],
    ],
    ['nothing wrong', { Price: 'customerPrice', InPrice: 'purchasePrice' }, []],
  ])('articles.extraFields with %s', (_, extraFields, faults) => {
    const base = 'connections.nordlys.articles.extraFields';
    const found = messagesOf(fileWith({ 'articles/extraFields': extraFields }));
    const below = found.map((fault) =>
      fault.replace(`${base}["lines.Price"]`, 'lines.Price').replace(`${base}.`, ''),
    );
    expect(below).toEqual(faults);
  });

  test('entries of a list are named by their position', () => {
    expect(messagesOf(fileWith({ 'orders/cancelStatuses': ['Draft', 'Confirmed'] }))).toEqual([
      'connections.nordlys.orders.cancelStatuses: Confirmed stands in orders.statuses and in orders.cancelStatuses; keep it in one',
    ]);
    expect(messagesOf(fileWith({ 'orders/statuses': ['Web', 'Offer'] }))).toEqual([
      'connections.nordlys.orders.statuses[1]: "Offer" stands in orders.statuses and in orders.cancelStatuses; keep it in one',
    ]);
  });

  test('an Order Desk connection is checked by its own keys', () => {
    const changes = {
      'source/apiKey': undefined,
      'orders/statuses': ['Confirmed'],
      'orders/folders': [],
      'orders/shippingClassMatch': { Free: { way: 'x' } },
      'shipments/reportAt': 'availabel',
    };
    expect(messagesOf(fileWith(changes, leastStore)).sort()).toEqual([
      'connections.nordlys.orders.folders: needs at least one entry',
      'connections.nordlys.orders.shippingClassMatch.Free: the value is none of the forms that are known here',
      expect.stringMatching(/^connections\.nordlys\.orders\.statuses: unknown key; /),
      'connections.nordlys.shipments.reportAt: "availabel" is not a name of warehouse.statuses; did you mean available?',
      'connections.nordlys.source.apiKey: is missing; write it, for example ${HAVNA_ORDERDESK_API_KEY}',
    ]);
  });
});

describe('an unknown key', () => {
  test.each([
    ['warehouse/passwort', 'did you mean password?'],
    ['warehouse/goodsownerid', 'did you mean goodsOwnerId?'],
    ['orders/evry', 'did you mean every?'],
    ['shippments', 'did you mean shipments?'],
    ['orders/notify/fax', 'known here: email, sms, phone'],
    ['webhooks/secret', 'known here: token'],
  ])('%s: %s', (path, hint) => {
    const changes = path.startsWith('webhooks') ? { 'webhooks/token': 'x' } : {};
    expect(messagesOf(fileWith({ ...changes, [path]: 'x' }))).toEqual([
      `connections.nordlys.${path.replaceAll('/', '.')}: unknown key; ${hint}`,
    ]);
  });

  test('at the top', () => {
    const file = stringify({ connections: { nordlys: leastConnection }, temporal: {} });
    expect(messagesOf(file)).toEqual(['temporal: unknown key; known here: connections']);
  });

  test('that only lacks the space after its colon doesn’t show what follows', () => {
    const [message] = messagesOf(
      'connections: { nordlys: { source: { system: 24sevenoffice, password:hunter2 } } }\n',
    ).filter((fault) => fault.includes('colon'));
    expect(message).toBe(
      'connections.nordlys.source["password:…"]: unknown key; a colon needs a space after it',
    );
  });
});

describe('a source’s system', () => {
  test('that is misspelt is named, and the rest is checked all the same', () => {
    const changes = { 'source/system': '24sevenofice', 'orders/every': 'often' };
    expect(messagesOf(fileWith(changes))).toEqual([
      'connections.nordlys.source.system: "24sevenofice" is not a system that orders can come from; did you mean 24sevenoffice?',
      'connections.nordlys.orders.every: "often" is not a duration; write 15m, 1h or 30s',
    ]);
  });

  test('that nobody knows', () => {
    expect(messagesOf(fileWith({ 'source/system': 'shopify' }))).toEqual([
      'connections.nordlys.source.system: "shopify" is not a system that orders can come from; known here: 24sevenoffice, orderdesk',
    ]);
  });
});

describe('an id', () => {
  test.each([
    'Nordlys',
    'nord lys',
    '-nordlys',
    'nord_lys',
    'a'.repeat(41),
    '__proto__',
    'nord:lys',
  ])('%s is refused', (id) => {
    const text = stringify({ connections: { nordlys: leastConnection } }).replace(
      'nordlys:',
      `${JSON.stringify(id)}:`,
    );
    expect(faultsOf(text)).toHaveLength(1);
    expect(faultsOf(text)[0]).toContain('an id has 1 to 40 characters');
  });
});

describe('keys that must agree', () => {
  test('two connections can’t have the same goods owner', () => {
    const { warehouse, source } = leastConnection;
    const text = stringify({
      connections: {
        nordlys: leastConnection,
        havna: { source, warehouse: { ...warehouse, url: `${warehouse.url.toUpperCase()}/` } },
        syd: { source, warehouse: { ...warehouse, url: 'https://api.ongoingsystems.se/syd' } },
      },
    }).replace('HTTPS', 'https');
    expect(messagesOf(text)).toEqual([
      'connections.havna.warehouse.goodsOwnerId: goods owner "101" of this warehouse already belongs to connection nordlys; their order numbers would collide',
    ]);
  });

  test('SOAP needs the goods owner’s code', () => {
    expect(messagesOf(fileWith({ 'warehouse/api': 'soap' }))).toEqual([
      'connections.nordlys.warehouse.goodsOwnerCode: is missing; api: soap needs the goods owner’s code, for example NORDLYS',
    ]);
  });

  test('what is written at shipment isn’t what is written at import', () => {
    const changes = { 'orders/statusOnImport': 'Pack', 'shipments/statusOnShipped': 'Pack' };
    expect(messagesOf(fileWith(changes))).toEqual([
      'connections.nordlys.shipments.statusOnShipped: "Pack" is also orders.statusOnImport; an imported order would count as reported',
    ]);
  });

  test('numbers that a warehouse added have one meaning', () => {
    const other = { 425: 'begun', 450: 'begun', 460: 'sent', '0470': 'begun', x: 'begun' };
    expect(
      messagesOf(fileWith({ 'warehouse/statuses/other': other, 'shipments/reportAt': 425 })).sort(),
    ).toEqual([
      'connections.nordlys.shipments.reportAt: "425" is given another meaning under warehouse.statuses.other; keep one of the two',
      'connections.nordlys.warehouse.statuses.other.0470: the key must be a status number, such as 425',
      'connections.nordlys.warehouse.statuses.other.450: 450 already has a meaning: shipped',
      expect.stringMatching(
        /^connections\.nordlys\.warehouse\.statuses\.other\.460: "sent" is not one of/,
      ),
      'connections.nordlys.warehouse.statuses.other.x: the key must be a status number, such as 425',
    ]);
  });

  test('extra fields name what exists, fit their level and fill each field once', () => {
    const extraFields = {
      'lines.Price': 'prices.linePrice',
      'lines.Cost': 'prices.linePrice',
      'lines.Prise': 'prices.customerLinePrice',
      'lines.Quantity': 'freightPrice',
      'Currency.Symbol': 'prices.currencyCode',
      ProjectId: 'freeTxt1',
    };
    expect(messagesOf(fileWith({ 'orders/extraFields': extraFields })).sort()).toEqual([
      'connections.nordlys.orders.extraFields.ProjectId: "freeTxt1" is not a field of the warehouse that can be filled; did you mean freeText1?',
      'connections.nordlys.orders.extraFields["lines.Cost"]: "prices.linePrice" is already filled from ["lines.Price"]; keep one',
      'connections.nordlys.orders.extraFields["lines.Prise"]: not a field of 24SevenOffice’s orders; did you mean lines.Price?',
      'connections.nordlys.orders.extraFields["lines.Quantity"]: "freightPrice" is one field of the order, and each of its lines has a value; fill a field of the lines instead, such as comment',
    ]);
  });

  test('extra fields of articles name what exists, and fill each field once', () => {
    const extraFields = {
      InPrice: 'purchasePrice',
      Cost: 'purchasePrice',
      Prise: 'customerPrice',
      Stock: 'freeValues.freeDecimal1',
      DescriptionLong: 'freeValues.freeTxt1',
    };
    expect(messagesOf(fileWith({ 'articles/extraFields': extraFields })).sort()).toEqual([
      'connections.nordlys.articles.extraFields.Cost: "purchasePrice" is already filled from InPrice; keep one',
      expect.stringMatching(
        /extraFields.DescriptionLong: "freeValues.freeTxt1" is not a field of the warehouse/,
      ),
      'connections.nordlys.articles.extraFields.Prise: not a field of 24SevenOffice’s products; did you mean Price?',
      expect.stringMatching(/extraFields.Stock: not a field of 24SevenOffice’s products/),
    ]);
  });
});
