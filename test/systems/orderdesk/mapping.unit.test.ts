import { LosslessNumber } from 'lossless-json';
import { describe, expect, test } from 'vitest';

import type { Order } from '../../../src/domain/order.ts';
import { address, faultsOf, item, mapped, mappedOrder, storeOrder } from './store-order.ts';

describe('an order', () => {
  test('in the field’s own words', () => {
    expect(mappedOrder()).toEqual({
      id: '4091036031',
      number: '10482',
      deliveryDate: '2026-11-22',
      deliveryDateIsDefault: true,
      wayOfDelivery: { text: 'Standard' },
      consignee: {
        name: 'Kari Nordmann',
        address1: 'Storgata 1',
        postCode: '0155',
        city: 'Oslo',
        countryCode: 'NO',
      },
      email: { value: 'kari@example.com', toBeNotified: false },
      mobile: { value: '+47 900 00 000', toBeNotified: false },
      telephone: { value: '+47 900 00 000', toBeNotified: false },
      lines: [
        {
          rowNumber: '900001',
          article: { articleNumber: 'TS-RED-M' },
          label: 'TS-RED-M T-shirt red',
          quantity: '2',
          price: { amount: '149.9' },
        },
      ],
    } satisfies Order);
  });

  const withBoth = storeOrder({
    checkout_data: { Remark: 'Pack with care', Picklist: 'Fragile', 'Gift message': 'Hurrah' },
  });
  test.each<[string, Parameters<typeof mapped>, Partial<Order>]>([
    ['is numbered by the shop', [], { number: '10482' }],
    [
      'or by the id, with the shop’s number beside it',
      [storeOrder(), { orderNumber: 'id' }],
      { number: '4091036031', referenceNumber: '10482' },
    ],
    [
      'by the id where the shop has no number',
      [storeOrder({ source_id: '' })],
      { number: '4091036031' },
    ],
    [
      'has the consignee told by e-mail',
      [storeOrder(), { notify: { email: true, sms: false, phone: false } }],
      {
        email: { value: 'kari@example.com', toBeNotified: true },
        mobile: { value: '+47 900 00 000', toBeNotified: false },
      },
    ],
    [
      'by SMS',
      [storeOrder(), { notify: { email: false, sms: true, phone: false } }],
      {
        mobile: { value: '+47 900 00 000', toBeNotified: true },
        telephone: { value: '+47 900 00 000', toBeNotified: false },
      },
    ],
    [
      'by telephone',
      [storeOrder(), { notify: { email: false, sms: false, phone: true } }],
      { telephone: { value: '+47 900 00 000', toBeNotified: true } },
    ],
    [
      'but never by what isn’t there',
      [
        storeOrder({ email: '', shipping: address({ phone: '' }) }),
        { notify: { email: true, sms: true, phone: true } },
      ],
      {
        email: { toBeNotified: false },
        mobile: { toBeNotified: false },
        telephone: { toBeNotified: false },
      },
    ],
    ['has its remark', [withBoth], { remark: 'Pack with care' }],
    [
      'with the picklist message',
      [withBoth, { products: { picklistMessageField: 'Picklist' } }],
      { remark: 'Pack with care\nFragile' },
    ],
    [
      'and the gift message, a line each',
      [
        withBoth,
        { products: { picklistMessageField: 'Picklist', giftMessageField: 'gift message' } },
      ],
      { remark: 'Pack with care\nFragile\nHurrah' },
    ],
  ])('%s', (_what, given, expected) => {
    expect(mappedOrder(...given)).toMatchObject(expected);
  });
});

describe('the details that people add', () => {
  test.each<[string, Partial<Order>]>([
    ['SalesCode', { salesCode: 'x' }],
    ['DeliveryInstructions', { deliveryInstruction: 'x' }],
    ['ServicePointCode', { servicePointCode: 'x' }],
    ['OrderType', { orderType: 'x' }],
    ['Remark', { remark: 'x' }],
    ['DoorCode', { consignee: expect.objectContaining({ doorCode: 'x' }) }],
  ])('%s, from checkout data or metadata', (name, expected) => {
    for (const place of ['checkout_data', 'order_metadata']) {
      expect(mappedOrder(storeOrder({ [place]: { [name]: ' x ' } }))).toMatchObject(expected);
    }
    const spaced = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toUpperCase();
    expect(mappedOrder(storeOrder({ checkout_data: { [spaced]: 'x' } }))).toMatchObject(expected);
  });

  test('checkout data first, the exact spelling first, and blank is absent', () => {
    const salesCode = (checkout: object, metadata: object) =>
      mappedOrder(storeOrder({ checkout_data: checkout, order_metadata: metadata })).salesCode;
    expect(salesCode({ SalesCode: 'a' }, { SalesCode: 'b' })).toBe('a');
    expect(salesCode({ 'sales code': 'a', SalesCode: 'b' }, {})).toBe('b');
    expect(salesCode({ SalesCode: ' ' }, { SalesCode: 'b' })).toBe('b');
    expect(salesCode({ SalesCode: '' }, { SalesCode: null })).toBeUndefined();
    expect(salesCode({ SalesCode: new LosslessNumber('4091036031') }, {})).toBe('4091036031');
  });

  test('PackingSlip is a web address', () => {
    const withSlip = (slip: string) => storeOrder({ checkout_data: { PackingSlip: slip } });
    const { packingSlipUrl } = mappedOrder(withSlip('https://example.com/s/1.pdf?key=1'));
    expect(packingSlipUrl).toBe('https://example.com/s/1.pdf?key=1');
    for (const wrong of ['file:///etc/passwd', 'slip.pdf', 'https://a:b@example.com/1.pdf']) {
      const faults = faultsOf(withSlip(wrong));
      expect(faults).toEqual(['PackingSlip: It isn’t the web address of a PDF (https://…).']);
    }
  });
});

describe('the consignee', () => {
  test.each<[string, object, object]>([
    [
      'a company with a contact person',
      { shipping: address({ company: 'Nordlys AS', address2: 'Inngang B' }) },
      {
        name: 'Nordlys AS',
        address1: 'Att: Kari Nordmann',
        address2: 'Storgata 1',
        address3: 'Inngang B',
      },
    ],
    [
      'four lines in three',
      { shipping: address({ address2: 'b', address3: 'c', address4: 'd' }) },
      { address1: 'Storgata 1', address2: 'b', address3: 'c, d' },
    ],
    [
      'a company alone',
      { shipping: address({ first_name: '', last_name: '', company: 'Nordlys AS' }) },
      { name: 'Nordlys AS', address1: 'Storgata 1' },
    ],
    [
      'a state, and a country in words',
      { shipping: address({ country: 'UK', state: 'KEN' }) },
      { countryCode: 'GB', countryStateCode: 'KEN' },
    ],
    ['a name of a country', { shipping: address({ country: 'Norge' }) }, { countryCode: 'NO' }],
    ['a customer’s number', { customer_id: new LosslessNumber('77') }, { customerNumber: '77' }],
    [
      'who is invoiced',
      { customer: address({ company: 'Regnskap AS', first_name: '', last_name: '' }) },
      {
        name: 'Kari Nordmann',
        invoiceAddress: {
          name: 'Regnskap AS',
          address1: 'Storgata 1',
          postCode: '0155',
          city: 'Oslo',
          countryCode: 'NO',
        },
      },
    ],
    [
      'the customer, where the shipping address says nowhere',
      {
        shipping: address({ address1: '', city: '', postal_code: '' }),
        customer: address({ city: 'Bergen' }),
      },
      { city: 'Bergen' },
    ],
  ])('%s', (_what, order, expected) => {
    expect(mappedOrder(storeOrder({ ...order })).consignee).toMatchObject(expected);
  });

  test.each<[string, object, string]>([
    [
      'nobody',
      { shipping: address({ first_name: '', last_name: '' }) },
      'Delivery name: The order names neither a person nor a company.',
    ],
    [
      'nowhere',
      { shipping: address({ address1: '', city: '', postal_code: '' }) },
      'Delivery address: The order has no address to deliver to.',
    ],
    [
      'no country',
      { shipping: address({ country: '' }) },
      'Delivery country: The shipping address has no country.',
    ],
    [
      'no known country',
      { shipping: address({ country: 'Atlantis' }) },
      'Delivery country: "Atlantis" is no country that can be recognised.',
    ],
  ])('%s is a fault', (_what, order, fault) => {
    expect(faultsOf(storeOrder({ ...order }))).toEqual([fault]);
  });
});

describe('how it travels', () => {
  const match = {
    'Free shipping': 'BRING/1000',
    'Pick up': { wayOfDelivery: 'PICKUP' },
    Boat: 'Slow boat',
  };
  const defaultMailClass = 'BRING/1202';
  test.each<[string, string, object, object]>([
    [
      'by its row',
      'Free shipping',
      { shippingClassMatch: match, defaultMailClass },
      { transporter: { code: 'BRING', serviceCode: '1000' } },
    ],
    [
      'whatever the casing',
      ' free SHIPPING ',
      { shippingClassMatch: match },
      { transporter: { code: 'BRING', serviceCode: '1000' } },
    ],
    [
      'by a way of delivery',
      'Pick up',
      { shippingClassMatch: match },
      { wayOfDelivery: { code: 'PICKUP' } },
    ],
    [
      'by its name',
      'boat',
      { shippingClassMatch: match },
      { wayOfDelivery: { name: 'Slow boat' } },
    ],
    [
      'by the warehouse’s own name',
      'PICKUP',
      { shippingClassMatch: match, defaultMailClass },
      { wayOfDelivery: { code: 'PICKUP' } },
    ],
    [
      'by default',
      'Drone',
      { shippingClassMatch: match, defaultMailClass },
      { transporter: { code: 'BRING', serviceCode: '1202' } },
    ],
    [
      'by default where the cart says nothing',
      '',
      { defaultMailClass },
      { transporter: { code: 'BRING', serviceCode: '1202' } },
    ],
    [
      'in the cart’s words',
      'Drone',
      { shippingClassMatch: match },
      { wayOfDelivery: { text: 'Drone' } },
    ],
    ['without any words', '', {}, {}],
  ])('%s', (_what, method, settings, expected) => {
    const { transporter, wayOfDelivery } = mappedOrder(
      storeOrder({ shipping_method: method }),
      settings,
    );
    expect({
      ...(transporter === undefined ? {} : { transporter }),
      ...(wayOfDelivery === undefined ? {} : { wayOfDelivery }),
    }).toEqual(expected);
  });
});

describe('its lines', () => {
  const withItems = (...items: object[]) =>
    storeOrder({ order_items: items.map((one) => item({ ...one })) });
  const lines = (...given: Parameters<typeof mapped>) => mappedOrder(...given).lines;

  test.each<[string, object, object]>([
    [
      'aren’t picked where nothing is shipped',
      { delivery_type: 'noship' },
      { shouldBePicked: false },
    ],
    ['nor a download', { delivery_type: 'download' }, { shouldBePicked: false }],
    ['nor where the item says so', { metadata: { NotPicked: '1' } }, { shouldBePicked: false }],
    ['nor its variation', { variation_list: { 'not picked': '1' } }, { shouldBePicked: false }],
    [
      'have a serial number',
      { metadata: { SerialNumber: 'a' }, variation_list: { SerialNumber: 'b' } },
      { serialNumber: 'a' },
    ],
    ['or a variation’s', { variation_list: { 'Serial Number': 'b' } }, { serialNumber: 'b' }],
    ['have a quantity as text', { quantity: '3' }, { quantity: '3' }],
    [
      'have a price of many digits',
      { price: '0.1000000000000000000001' },
      { price: { amount: '0.1000000000000000000001' } },
    ],
  ])('%s', (_what, one, expected) => {
    expect(lines(withItems(one))).toMatchObject([expected]);
  });

  test('are picked unless something says otherwise', () => {
    const wanted = withItems({ delivery_type: 'noship', metadata: { NotPicked: '0' } });
    expect([...lines(), ...lines(wanted)].map((line) => line.shouldBePicked)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('have the order’s currency, else the connection’s', () => {
    const currency = (metadata: object, defaultCurrency?: string) =>
      lines(
        storeOrder({ order_metadata: metadata }),
        defaultCurrency === undefined ? {} : { defaultCurrency },
      )[0]?.price?.currency;
    expect(currency({ currency: 'sek' }, 'NOK')).toBe('SEK');
    expect(currency({ currency: '' }, 'NOK')).toBe('NOK');
    expect(currency({})).toBeUndefined();
  });

  test('are taken apart by the code match', () => {
    const codeMatch = { PCT099: 'SKU1, SKU2,SKU2', ' OLD ': 'NEW', DGT: 'SKU9,SKU9,SKU9' };
    const result = lines(
      withItems(
        { id: '1', code: 'PCT099', quantity: '2' },
        { id: '2', code: 'OLD' },
        { id: '3', code: 'DGT', quantity: '4' },
        { id: '4', code: 'SKU1' },
      ),
      { products: { codeMatch } },
    );
    expect(
      result.map(({ rowNumber, article, quantity, price }) => [
        rowNumber,
        article,
        quantity,
        price !== undefined,
      ]),
    ).toEqual([
      ['1-1', { articleNumber: 'SKU1' }, '2', false],
      ['1-2', { articleNumber: 'SKU2' }, '4', false],
      ['2', { articleNumber: 'NEW' }, '2', true],
      ['3', { articleNumber: 'SKU9' }, '12', true],
      ['4', { articleNumber: 'SKU1' }, '2', true],
    ]);
  });

  test('leave out what is skipped', () => {
    const order = withItems({ id: '1', code: 'GIFTCARD' }, { id: '2' });
    const products = { codeSkip: ['GIFTCARD'] };
    expect(lines(order, { products }).map(({ rowNumber }) => rowNumber)).toEqual(['2']);
    expect(mapped(withItems({ code: 'GIFTCARD' }), { products })).toEqual({
      kind: 'not for this warehouse',
    });
  });

  test('leave out what is kept elsewhere', () => {
    const products = { inventoryLocations: ['Oslo'] };
    const order = withItems(
      { id: '1', code: 'A' },
      { id: '2', code: 'B' },
      { id: '3', code: 'C', metadata: { location: 'OSLO' } },
      { id: '4', code: 'D' },
    );
    const locations: Record<string, string> = { A: ' oslo', B: 'Bergen', D: '' };
    const rows = lines(order, { products }, (code) => locations[code]).map(
      ({ rowNumber }) => rowNumber,
    );
    expect(rows).toEqual(['1', '3']);
    expect(faultsOf(withItems({ code: 'E' }), { products }, () => undefined)).toEqual([
      "Line 1: E T-shirt red is no inventory item in Order Desk, so that its location isn't known.",
    ]);
  });

  test('leave out what nobody ships and nothing names', () => {
    expect(
      lines(withItems({ id: '1' }, { id: '2', code: '', delivery_type: 'noship' })),
    ).toHaveLength(1);
  });

  test.each<[string, object, string]>([
    ['without a code', { code: '' }, 'Line 1: T-shirt red has no code.'],
    ['without a quantity', { quantity: '' }, 'Line 1: TS-RED-M T-shirt red has no quantity.'],
    ['of no number', { quantity: 'NaN' }, 'Line 1: The quantity of TS-RED-M T-shirt red is "NaN".'],
    [
      'of nothing',
      { quantity: '0' },
      'Line 1: The quantity of TS-RED-M T-shirt red is 0; only more than 0 can be sent.',
    ],
    [
      'with half a price',
      { price: '1,50' },
      'Line 1: The price of TS-RED-M T-shirt red is "1,50", which is no number.',
    ],
  ])('%s are a fault', (_what, one, fault) => {
    expect(faultsOf(withItems(one))).toEqual([fault]);
  });

  test('must be there, each with an id of its own', () => {
    expect(faultsOf(storeOrder({ order_items: [] }))).toEqual(['Lines: The order has no items.']);
    expect(faultsOf(withItems({}, {}))).toEqual([
      'Line 2: TS-RED-M T-shirt red has the id 900001, which another item has, too.',
    ]);
  });

  test('all faults at once', () => {
    const order = storeOrder({
      shipping: address({ country: '' }),
      order_items: [item({ code: '' })],
    });
    expect(faultsOf(order)).toHaveLength(2);
  });
});
