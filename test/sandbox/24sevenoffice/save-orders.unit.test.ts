import { beforeEach, describe, expect, test } from 'vitest';
import type { Bench } from './soap-client.ts';
import { bench, faultString, invoicesToSave, textsIn } from './soap-client.ts';

let setup: Bench;
let id: string;

const nil = '<IncludeVAT xsi:nil="true"/>';
const known = () => `<OrderId>${id}</OrderId><CustomerId>701</CustomerId>`;
const status = (name: string) => `<OrderStatus>${name}</OrderStatus>`;
const save = (...items: string[]) =>
  setup.call('invoice', 'SaveInvoices', invoicesToSave(...items));
const row = (content: string) => `<InvoiceRows><InvoiceRow>${content}</InvoiceRow></InvoiceRows>`;

beforeEach(() => {
  setup = bench();
  id = setup.vendor.addOrder({
    CustomerId: '701',
    ReferenceNumber: 'PO-1',
    InvoiceTitle: 'Haster',
    DeliveryDate: '2026-11-24',
    InvoiceRows: [
      { ProductId: '4001', Quantity: '2.5' },
      { ProductId: '4002', Quantity: '1' },
      { ProductId: '4001', Quantity: '1' },
    ],
  }).OrderId;
  setup.at('2026-11-21T12:00:31Z');
});

describe('an update', () => {
  test('changes what is given, and the change time, and nothing else', () => {
    const before = setup.vendor.order(id);
    const reply = save(`${known()}${status('Pack')}${nil}`);
    expect(reply.status).toBe(200);
    expect(textsIn(reply, 'OrderId')).toEqual([id]);
    expect(reply.body).not.toContain('APIException');
    expect(setup.vendor.order(id)).toEqual({
      ...before,
      OrderStatus: 'Pack',
      DateChanged: '2026-11-21T12:01:00.000Z',
    });
  });

  test('without a status leaves the status, and is no write of one', () => {
    save(`${known()}${nil}<InvoiceText>Sporing: 123 &amp; 456</InvoiceText>`);
    expect(setup.vendor.order(id)).toMatchObject({
      OrderStatus: 'Confirmed',
      InvoiceText: 'Sporing: 123 & 456',
    });
    expect(setup.vendor.statusWrites).toEqual([]);
  });

  test('counts every write of a status, also one that changes nothing', () => {
    save(`${known()}${status('OrderState_Sent')}${nil}`);
    save(`${known()}${status('OrderState_Sent')}${nil}`);
    const at = '2026-11-21T12:00:31.000Z';
    expect(setup.vendor.statusWrites).toEqual([
      { orderId: id, from: 'Confirmed', to: 'OrderState_Sent', at },
      { orderId: id, from: 'OrderState_Sent', to: 'OrderState_Sent', at },
    ]);
  });

  test('takes a delivery date as the day it is in the merchant’s zone', () => {
    save(`${known()}${nil}<DeliveryDate>2026-11-25T23:00:00Z</DeliveryDate>`);
    expect(setup.vendor.order(id)?.DeliveryDate).toBe('2026-11-26');
    save(`${known()}${nil}<DeliveryDate>2026-11-27T00:00:00</DeliveryDate>`);
    expect(setup.vendor.order(id)?.DeliveryDate).toBe('2026-11-27');
  });

  test.each(['Invoiced', 'InvoicedCashAccount', 'InvoicedPack'] as const)(
    'of an order that is %s is refused for this item alone',
    (invoiced) => {
      const other = setup.vendor.addOrder({ CustomerId: '701' });
      setup.vendor.setStatus(id, invoiced);
      const reply = save(
        `${known()}${status('OrderState_Sent')}${nil}`,
        `<OrderId>${other.OrderId}</OrderId><CustomerId>701</CustomerId>${status('Pack')}${nil}`,
      );
      expect(reply.status).toBe(200);
      expect(textsIn(reply, 'Message')).toHaveLength(1);
      expect(setup.vendor.order(id)?.OrderStatus).toBe(invoiced);
      expect(setup.vendor.order(other.OrderId)?.OrderStatus).toBe('Pack');
    },
  );

  test.each([
    ['no customer', () => `<OrderId>${id}</OrderId>${status('Pack')}${nil}`, 'CustomerId'],
    ['an unknown customer', () => `<OrderId>${id}</OrderId><CustomerId>1</CustomerId>${nil}`, '1'],
    [
      'a text that is too long',
      () => `${known()}${nil}<InvoiceText>${'x'.repeat(751)}</InvoiceText>`,
      'InvoiceText',
    ],
    [
      'an unknown delivery method',
      () => `${known()}${nil}<DeliveryMethod><Id>9</Id></DeliveryMethod>`,
      '9',
    ],
  ])('with %s is refused for this item', (_what, item, words) => {
    const before = setup.vendor.order(id);
    const reply = save(item());
    expect(reply.status).toBe(200);
    expect(textsIn(reply, 'Message').join()).toContain(words);
    expect(setup.vendor.order(id)).toEqual(before);
  });
});

describe('rows', () => {
  test('of an existing order without a ChangeState make the whole request fail', () => {
    const before = setup.vendor.orders();
    const reply = save(
      `${known()}${status('Pack')}${nil}`,
      `${known()}${nil}${row('<ProductId>4001</ProductId><Quantity>1</Quantity>')}`,
    );
    expect(faultString(reply)).toContain('ChangeState');
    expect(setup.vendor.orders()).toEqual(before);
  });

  test('are added, edited and deleted, and the others stay', () => {
    const [first, second, third] = setup.vendor.order(id)?.InvoiceRows ?? [];
    const item = (rows: string) => `${known()}${nil}<InvoiceRows>${rows}</InvoiceRows>`;
    save(
      item(
        `<InvoiceRow><RowId>${first?.RowId}</RowId><Quantity>9</Quantity><ChangeState>Edit</ChangeState></InvoiceRow>` +
          `<InvoiceRow><RowId>${second?.RowId}</RowId><ChangeState>Delete</ChangeState></InvoiceRow>` +
          '<InvoiceRow><ProductId>4002</ProductId><Quantity>7</Quantity><ChangeState>Add</ChangeState></InvoiceRow>',
      ),
    );
    const rows = setup.vendor.order(id)?.InvoiceRows ?? [];
    expect(rows).toMatchObject([
      { RowId: first?.RowId, ProductId: '4001', Quantity: '9' },
      { RowId: third?.RowId, Quantity: '1' },
      { ProductId: '4002', Quantity: '7' },
    ]);
    expect(rows[2]).not.toHaveProperty('ChangeState');
    expect(rows[2]?.RowId).not.toBe('');
  });

  test.each([
    ['of an unknown product', '<ProductId>1</ProductId><ChangeState>Add</ChangeState>'],
    ['of no product', '<Quantity>1</Quantity><ChangeState>Add</ChangeState>'],
    ['that are not there', '<RowId>1</RowId><ChangeState>Edit</ChangeState>'],
  ])('%s are refused for this item', (_what, content) => {
    const before = setup.vendor.order(id);
    expect(textsIn(save(`${known()}${nil}${row(content)}`), 'Message')).toHaveLength(1);
    expect(setup.vendor.order(id)).toEqual(before);
  });
});

describe('an order that is not there', () => {
  test('is made where the customer is, under a number of the vendor’s, in the status Web', () => {
    const reply = save(
      `<OrderId>77</OrderId><CustomerId>701</CustomerId>${nil}` +
        row('<ProductId>4001</ProductId><Quantity>1</Quantity>'),
    );
    const [made] = textsIn(reply, 'OrderId');
    expect(made).not.toBe('77');
    expect(setup.vendor.order(made ?? '')).toMatchObject({
      CustomerName: 'Fjellheim Sport AS',
      OrderStatus: 'Web',
      InvoiceRows: [{ ProductId: '4001', Quantity: '1' }],
    });
  });

  test('is not made without a customer', () => {
    const before = setup.vendor.orders().length;
    expect(textsIn(save(`<OrderId>77</OrderId>${status('Pack')}${nil}`), 'Message')).toHaveLength(
      1,
    );
    expect(setup.vendor.orders()).toHaveLength(before);
  });
});

describe('stock', () => {
  const stock = () => ['4001', '4002'].map((product) => setup.vendor.product(product)?.Stock);

  test('that is controlled leaves with an order that is sent, once', () => {
    save(`${known()}${status('OrderState_Sent')}${nil}`);
    save(`${known()}${status('OrderState_Sent')}${nil}`);
    expect(stock()).toEqual(['6.5', '5']);
  });

  test('stays where the order says so', () => {
    save(`${known()}${status('OrderState_Sent')}${nil}<SkipStock>true</SkipStock>`);
    expect(stock()).toEqual(['10', '5']);
  });

  test('is set to what is said; not where it is not controlled; not of what is unknown', () => {
    const set = (product: string, quantity: string) =>
      setup.call(
        'product',
        'SetStockQuantity',
        `<productId>${product}</productId><stockQuantity>${quantity}</stockQuantity>`,
      );
    expect(textsIn(set('4001', '14.0000'), 'SetStockQuantityResult')).toEqual(['true']);
    expect(textsIn(set('4002', '3'), 'SetStockQuantityResult')).toEqual(['false']);
    expect(set('1', '3').status).toBe(500);
    expect(stock()).toEqual(['14', '5']);
  });
});

describe('an order that is poisoned', () => {
  test('makes everything saved with it fail', () => {
    const other = setup.vendor.addOrder({ CustomerId: '701' });
    setup.vendor.poison(id);
    const items = [
      `<OrderId>${other.OrderId}</OrderId><CustomerId>701</CustomerId>${status('Pack')}${nil}`,
      `${known()}${status('Pack')}${nil}`,
    ];
    expect(save(...items).status).toBe(500);
    expect(setup.vendor.order(other.OrderId)?.OrderStatus).toBe('Confirmed');
    setup.vendor.poison(id, false);
    expect(save(...items).status).toBe(200);
  });

  test('as an item fails alone', () => {
    const other = setup.vendor.addOrder({ CustomerId: '701' });
    setup.vendor.poisonItem(id);
    const reply = save(
      `${known()}${status('Pack')}${nil}`,
      `<OrderId>${other.OrderId}</OrderId><CustomerId>701</CustomerId>${status('Pack')}${nil}`,
    );
    expect(reply.status).toBe(200);
    const [first, second] = reply.body.split('</InvoiceOrder>');
    expect(first).toContain('<APIException><Type>Office24Seven.');
    expect(second).not.toContain('APIException');
    expect(setup.vendor.statusWrites.map(({ orderId }) => orderId)).toEqual([other.OrderId]);
  });
});
