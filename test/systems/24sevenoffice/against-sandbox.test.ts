import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  create24SevenOffice,
  type TwentyFourSevenOfficeSandbox,
} from '../../../sandbox/24sevenoffice/24sevenoffice.ts';
import { sandboxCredential } from '../../../sandbox/24sevenoffice/identities.ts';
import { seedMerchant } from '../../../sandbox/demonstration/seeds/merchant.ts';
import { openAccount, reference, settingsFor } from './account.ts';
import { aCall, failureOf } from '../a-call.ts';
import { type Received, StubVendor } from './stub-vendor.ts';
import type { Reply } from '../stub-server.ts';
import { wholeRun } from './whole-run.ts';

let sandbox: TwentyFourSevenOfficeSandbox;
let vendor: StubVendor;

beforeEach(async () => {
  sandbox = create24SevenOffice();
  vendor = await StubVendor.start((request) => throughTheDoor(request));
  vendor.now = new Date();
});
afterEach(async () => {
  await vendor.stop();
});

function throughTheDoor({ path, headers, body }: Received): Reply {
  return sandbox.handle({
    method: 'POST',
    path,
    query: new URLSearchParams(),
    headers,
    body,
  });
}

const open = () => openAccount(settingsFor(vendor.url, sandboxCredential));
const shipped = { tracking: [] };
const longAgo = '2020-01-01T00:00:00Z';

describe('a merchant in the strict sandbox', () => {
  test('is read, shipped and found again', async () => {
    const merchant = seedMerchant(sandbox, { orders: 12, products: 8, customers: 5, seed: 7 });
    const { source } = open();
    await source.probe(aCall());
    const first = await source.changes(undefined, aCall());
    const faults = first.entries.flatMap((entry) => entry.faults);
    expect(faults).toEqual([]);
    expect(first.entries.map(({ id }) => id).sort()).toEqual([...merchant.orders].sort());
    expect(first.entries.every(({ order }) => order !== undefined)).toBe(true);

    const codes = first.entries.flatMap(({ order }) =>
      (order?.lines ?? []).flatMap(({ article }) =>
        'productCode' in article ? [article.productCode] : [],
      ),
    );
    const read = await source.articles(codes, aCall());
    expect(read.faults).toEqual([]);
    expect(read.articles).toHaveLength(new Set(codes).size);

    const outcomes = await Promise.all(
      merchant.orders.map((id) => source.reportShipment(reference(id), shipped, longAgo, aCall())),
    );
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['reported']));
    expect(sandbox.statusWrites).toHaveLength(12);
    const again = await source.read(reference(merchant.orders[0] ?? ''), aCall());
    expect(again).toMatchObject({ status: 'Sent', standing: 'ours' });
    expect(again?.hash).toBe(first.entries.find(({ id }) => id === again?.id)?.hash);
    expect(vendor.requests('Login')).toHaveLength(1);
    expect(vendor.requests('SaveInvoices')).toHaveLength(1);
  });

  test('has orders that can’t be sent, each with its reason', async () => {
    const { badOrders } = seedMerchant(sandbox, {
      orders: 2,
      products: 4,
      customers: 2,
      seed: 3,
      badOrders: 3,
    });
    const { source } = open();
    const { entries } = await source.changes(undefined, aCall());
    const faultOf = (reason: string) => {
      const id = badOrders.find((bad) => bad.reason === reason)?.id;
      return entries.find((entry) => entry.id === id);
    };
    expect(faultOf('zero quantity')?.faults[0]?.problem).toContain('is 0');
    expect(faultOf('unknown country')?.faults[0]?.field).toBe('Delivery country');
    const unnumbered = faultOf('article without number')?.order?.lines.at(-1)?.article;
    const code = unnumbered && 'productCode' in unnumbered ? unnumbered.productCode : '';
    const { faults } = await source.articles([code, '2000000000'], aCall());
    expect(faults.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('has no article number'),
      expect.stringContaining("isn't in 24SevenOffice any more"),
    ]);
  });

  test('whose sessions end goes on with a new one', async () => {
    const { orders } = seedMerchant(sandbox, { orders: 3, products: 3, customers: 2, seed: 1 });
    const { source } = open();
    await source.probe(aCall());
    sandbox.expireSessions();
    const read = await Promise.all(orders.map((id) => source.read(reference(id), aCall())));
    expect(read.every((snapshot) => snapshot?.order !== undefined)).toBe(true);
    expect(vendor.requests('Login')).toHaveLength(2);
  });

  test('one poisoned order doesn’t keep the others from being reported', async () => {
    const { orders } = seedMerchant(sandbox, { orders: 4, products: 3, customers: 2, seed: 1 });
    sandbox.poison(orders[1] ?? '');
    sandbox.poisonItem(orders[2] ?? '');
    const { source } = open();
    const outcomes = await Promise.allSettled(
      orders.map((id) => source.reportShipment(reference(id), shipped, longAgo, aCall())),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(sandbox.statusWrites).toHaveLength(2);
  });

  test('that rejects the login is one incident', async () => {
    sandbox.rejectLogins(true);
    const failure = await failureOf(open().source.probe(aCall()));
    expect(failure.decision).toMatchObject({ kind: 'incident', incident: 'login rejected' });
  });

  test('tells of a change, a cancellation, and of what somebody else did', async () => {
    const { orders } = seedMerchant(sandbox, { orders: 4, products: 3, customers: 2, seed: 5 });
    const { source } = open();
    const first = await source.changes(undefined, aCall());
    expect((await source.changes(first.position, aCall())).entries).toEqual([]);
    sandbox.editOrder(orders[0] ?? '', { InvoiceTitle: 'Leave at the door' });
    sandbox.setStatus(orders[1] ?? '', 'Inactive');
    sandbox.setStatus(orders[2] ?? '', 'ForInvoicing');
    const { entries } = await source.changes(first.position, aCall());
    const told = entries.map(({ id, standing, order }) => [id, standing, order?.remark]);
    expect(told.sort()).toEqual(
      [
        [orders[0], 'pulled', 'Leave at the door'],
        [orders[1], 'cancelled', undefined],
        [orders[2], 'elsewhere', undefined],
      ].sort(),
    );
  });

  test('keeps a registry: products, suppliers and their stock', async () => {
    seedMerchant(sandbox, { orders: 2, products: 130, customers: 40, seed: 9 });
    const both = sandbox.addCustomer({ Type: 'Business', Name: 'Both AS' });
    const named = sandbox.addProduct({ No: 'OWN-1', SupplierId: both.Id, Stock: '5.0000' });
    const loose = sandbox.addProduct({ No: 'OWN-2', StockControlled: null, StatusId: '0' });
    const { source } = open();
    const everything = await wholeRun(
      (position) => source.products(position, { full: false }, aCall()),
      undefined,
    );
    const byCode = new Map(everything.entries.map((product) => [product.productCode, product]));
    expect([...byCode.keys()].sort()).toEqual(
      sandbox
        .products()
        .map(({ Id }) => Id)
        .sort(),
    );
    expect(everything.entries.flatMap(({ faults }) => faults)).toEqual([]);
    expect(byCode.get(named.Id)).toMatchObject({ supplierNumber: both.Id, stock: '5' });
    expect(byCode.get(loose.Id)).toMatchObject({ expired: true, stockControlled: false });

    const companies = await wholeRun(
      (position) => source.suppliers(position, { full: true }, aCall()),
      undefined,
    );
    const suppliers = companies.entries.filter(({ isSupplier }) => isSupplier);
    const seeded = suppliers.map(({ number }) => sandbox.company(number));
    expect(suppliers.length).toBeGreaterThan(0);
    expect(suppliers.map(({ supplier }) => [supplier?.name, supplier?.city])).toEqual(
      seeded.map((company) => [company?.Name, company?.Addresses?.Post?.PostalArea]),
    );
    const [read] = await source.readSuppliers([both.Id], aCall());
    expect(read).toMatchObject({ isSupplier: false, supplier: { name: 'Both AS' } });
    expect(await source.productSuppliers(aCall())).toContainEqual([named.Id, both.Id]);

    expect(await source.setStock(named.Id, '7.5000', aCall())).toEqual({ kind: 'written' });
    expect(sandbox.product(named.Id)?.Stock).toBe('7.5');
    expect((await source.setStock(loose.Id, '7', aCall())).kind).toBe('refused');
    const next = await wholeRun(
      (position) => source.products(position, { full: false }, aCall()),
      everything.position,
    );
    expect(next.entries).toEqual([]);
    expect((await source.readProducts([named.Id], aCall()))[0]?.stock).toBe('7.5');
  });

  test('gets tracking in the order’s text, within what the vendor takes', async () => {
    const { orders } = seedMerchant(sandbox, { orders: 2, products: 3, customers: 2, seed: 5 });
    const [id = '', other = ''] = orders;
    sandbox.editOrder(id, { InvoiceText: 'Takk for handelen & god tur' });
    sandbox.editOrder(other, { InvoiceText: 'x'.repeat(735) });
    const settings = settingsFor(vendor.url, sandboxCredential);
    const { source } = openAccount({
      ...settings,
      shipments: { ...settings.shipments, trackingField: 'InvoiceText' },
    });
    const shipment = { tracking: [{ number: '370712345' }, { number: '370712346' }] };
    const outcomes = await Promise.all(
      orders.map((order) => source.reportShipment(reference(order), shipment, longAgo, aCall())),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['reported', 'reported']);
    expect(sandbox.order(id)?.InvoiceText).toBe(
      'Takk for handelen & god tur\nTracking: 370712345, 370712346',
    );
    expect(sandbox.order(other)?.InvoiceText).toBe('x'.repeat(735));
  });

  test('describes a delivery method that an order names by its id', async () => {
    const { orders } = seedMerchant(sandbox, { orders: 1, products: 3, customers: 2, seed: 5 });
    const method = sandbox.addDeliveryMethod({ Description: 'Pickup' });
    const id = orders[0] ?? '';
    sandbox.editOrder(id, { DeliveryMethod: { Id: method.Id, Description: '' } });
    const read = await open().source.read(reference(id), aCall());
    expect(read?.order?.wayOfDelivery).toEqual({
      code: method.Id,
      name: 'Pickup',
      text: 'Pickup',
    });
  });
});
