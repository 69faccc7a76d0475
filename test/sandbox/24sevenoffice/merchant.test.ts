import { describe, expect, test } from 'vitest';
import { countryCode } from '../../../src/domain/country.ts';
import type { OrderInput } from '../../../sandbox/24sevenoffice/clerk.ts';
import { create24SevenOffice } from '../../../sandbox/24sevenoffice/24sevenoffice.ts';
import { seedMerchant } from '../../../sandbox/demonstration/seeds/merchant.ts';
import { bench, invoiceSearch, orderIds, textsIn } from './soap-client.ts';

const now = () => new Date('2026-11-21T10:00:10Z');
const size = { orders: 400, products: 60, customers: 50, seed: 24 };

describe('what people do', () => {
  test('edits an order, and only what was said', () => {
    const { vendor, at } = bench();
    const order = vendor.addOrder({
      CustomerId: '701',
      ReferenceNumber: 'PO-1',
      DeliveryMethod: { Id: '1' },
      InvoiceRows: [{ ProductId: '4001', Quantity: '1' }],
    });
    at('2026-11-21T11:10:00Z');
    vendor.editOrder(order.OrderId, { ReferenceNumber: undefined, OrderStatus: 'Pack' });
    expect(vendor.order(order.OrderId)).toEqual({
      ...order,
      ReferenceNumber: undefined,
      OrderStatus: 'Pack',
      DateChanged: '2026-11-21T11:10:00.000Z',
    });
    expect(vendor.statusWrites).toEqual([]);
  });

  test('what is read can be changed without changing the ERP', () => {
    const { vendor } = bench();
    const input: OrderInput & { CustomerId: string } = {
      CustomerId: '701',
      Addresses: { Delivery: { Street: 'Storgata 1' } },
    };
    const order = vendor.addOrder(input);
    for (const copy of [order, vendor.order(order.OrderId), vendor.orders()[0], input]) {
      if (copy?.Addresses?.Delivery) copy.Addresses.Delivery.Street = 'elsewhere';
    }
    expect(vendor.order(order.OrderId)?.Addresses?.Delivery?.Street).toBe('Storgata 1');
  });

  test('deletes an order, which then is not found', () => {
    const { vendor, call } = bench();
    const { OrderId } = vendor.addOrder({ CustomerId: '701' });
    expect(vendor.deleteOrder(OrderId)).toBe(true);
    expect(vendor.deleteOrder(OrderId)).toBe(false);
    const reply = call('invoice', 'GetInvoices', invoiceSearch(orderIds([OrderId])));
    expect(textsIn(reply, 'OrderId')).toEqual([]);
  });

  test('invoices an order, which gives it an invoice number', () => {
    const { vendor } = bench();
    const { OrderId } = vendor.addOrder({ CustomerId: '701' });
    expect(vendor.setStatus(OrderId, 'Invoiced').InvoiceId).toBe('90001');
    expect(() => vendor.setStatus('1', 'Invoiced')).toThrow(RangeError);
  });
});

describe('the state', () => {
  test('goes through JSON and back, sessions and all', () => {
    const { vendor, call } = bench();
    const { OrderId } = vendor.addOrder({ CustomerId: '701', ExternalStatus: '3' });
    vendor.setStatus(OrderId, 'Pack');
    vendor.poisonItem(OrderId);
    const kept: unknown = JSON.parse(JSON.stringify(vendor.state()));
    vendor.deleteOrder(OrderId);
    vendor.expireSessions();
    vendor.restore(kept);
    expect(vendor.state()).toEqual(kept);
    const reply = call('invoice', 'GetInvoices', invoiceSearch(orderIds([OrderId])));
    expect(textsIn(reply, 'OrderId')).toEqual([OrderId]);
    expect(vendor.addOrder({ CustomerId: '701' }).OrderId).not.toBe(OrderId);
  });

  test('of something else is refused', () => {
    expect(() => create24SevenOffice().restore({ orders: [] })).toThrow();
  });
});

describe('a seeded merchant', () => {
  const vendor = create24SevenOffice({ now });
  const made = seedMerchant(vendor, { ...size, badOrders: 6 });
  const good = made.orders.flatMap((id) => vendor.order(id) ?? []);
  const goods = good.flatMap(({ InvoiceRows }) =>
    InvoiceRows.filter(({ Type }) => Type === undefined),
  );

  test('is the same for the same seed, and another for another', () => {
    const [same, again, other] = [24, 24, 25].map((seed) => {
      const one = create24SevenOffice({ now });
      seedMerchant(one, { ...size, seed });
      return one.state();
    });
    expect(same).toEqual(again);
    expect(same).not.toEqual(other);
  });

  test('has orders that can be packed: goods with numbers, quantities and a country', () => {
    expect(good).toHaveLength(size.orders);
    for (const { ProductId, Quantity } of goods) {
      expect(vendor.product(ProductId ?? '')?.No).toMatch(/\S/);
      expect(Number(Quantity)).toBeGreaterThan(0);
    }
    for (const { Addresses, InvoiceRows, OrderStatus } of good) {
      expect(countryCode((Addresses?.Delivery ?? Addresses?.Invoice)?.Country ?? '')).toBeDefined();
      expect(InvoiceRows.some(({ Type }) => Type === undefined)).toBe(true);
      expect(OrderStatus).toBe('Confirmed');
    }
  });

  test('has the variety that real orders have', () => {
    const rows = good.flatMap(({ InvoiceRows }) => InvoiceRows);
    const products = vendor.products();
    const some = {
      textRows: rows.some(({ Type }) => Type === 'Text'),
      textRowsOfProductMinusOne: rows.some(({ ProductId }) => ProductId === '-1'),
      hiddenRows: goods.some(({ Hidden }) => Hidden),
      partsOfOne: goods.some(({ Quantity }) => Quantity?.includes('.')),
      sameProductTwice: good.some(({ InvoiceRows }) => {
        const ids = InvoiceRows.flatMap(({ Type, ProductId }) => (Type ? [] : (ProductId ?? [])));
        return new Set(ids).size < ids.length;
      }),
      zerosInFront: good.some(({ Addresses }) => Addresses?.Delivery?.PostalCode?.startsWith('0')),
      zerosInBarcodes: products.some(({ EAN1 }) => EAN1?.startsWith('0')),
      signsInTitles: good.some(({ InvoiceTitle }) => InvoiceTitle?.includes('<')),
      lineBreaks: good.some(({ InvoiceTitle }) => InvoiceTitle?.includes('\r\n')),
      noDeliveryAddress: good.some(({ Addresses }) => Addresses?.Delivery === undefined),
      noPhone: good.some(({ CustomerDeliveryPhone }) => CustomerDeliveryPhone === undefined),
      noEmail: good.some(({ InvoiceEmailAddress }) => InvoiceEmailAddress === undefined),
      noDate: good.some(({ DeliveryDate }) => DeliveryDate === undefined),
      noDeliveryMethod: good.some(({ DeliveryMethod }) => DeliveryMethod === undefined),
      state: good.some(({ Addresses }) => Addresses?.Delivery?.State !== undefined),
      notStockControlled: products.some(({ StockControlled }) => StockControlled === false),
    };
    expect(Object.entries(some).filter(([, there]) => !there)).toEqual([]);
    const spellings = new Set(good.map(({ Addresses }) => Addresses?.Delivery?.Country));
    expect(spellings.size).toBeGreaterThan(8);
  });

  test('has bad orders only where asked for, each with its reason', () => {
    expect(made.badOrders.map(({ reason }) => reason)).toEqual([
      'article without number',
      'unknown country',
      'zero quantity',
      'article without number',
      'unknown country',
      'zero quantity',
    ]);
    expect(vendor.orders()).toHaveLength(size.orders + 6);
    for (const { id, reason } of made.badOrders) {
      const { Addresses, InvoiceRows = [] } = vendor.order(id) ?? {};
      const faults = {
        'article without number': InvoiceRows.some(
          ({ Type, ProductId }) =>
            Type === undefined && vendor.product(ProductId ?? '')?.No === undefined,
        ),
        'unknown country': countryCode(Addresses?.Delivery?.Country ?? 'NO') === undefined,
        'zero quantity': InvoiceRows.some(
          ({ Type, Quantity }) => Type === undefined && Quantity === '0',
        ),
      };
      expect(Object.entries(faults).filter(([, there]) => there)).toEqual([[reason, true]]);
    }
  });
});
