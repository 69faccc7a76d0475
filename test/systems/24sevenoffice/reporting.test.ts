import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { SystemFailure } from '../../../src/domain/system-failure.ts';
import type { TwentyFourSevenOfficeSettings } from '../../../src/systems/24sevenoffice/settings.ts';
import { openAccount, reference, settingsFor } from './account.ts';
import { aCall, failureOf } from '../a-call.ts';
import { idsIn, lightOrder } from './order-xml.ts';
import { answer, fault, StubVendor } from './stub-vendor.ts';

let vendor: StubVendor;
/** The vendor's orders: id → status. */
let statuses: Map<number, string>;
const customer = (id: number): string => String(1_000 + id);

beforeEach(async () => {
  vendor = await StubVendor.start();
  statuses = new Map([[1, 'Confirmed']]);
  vendor.on('GetInvoices', ({ body }) =>
    answer(
      'GetInvoices',
      idsIn(body)
        .filter((id) => statuses.has(id))
        .map((id) => lightOrder(id, statuses.get(id), customer(id)))
        .join(''),
    ),
  );
  vendor.on('SaveInvoices', ({ body }) => {
    const ids = orderIds(body);
    for (const id of ids) statuses.set(id, 'OrderState_Sent');
    return answer('SaveInvoices', ids.map((id) => lightOrder(id, 'OrderState_Sent')).join(''));
  });
});
afterEach(async () => {
  await vendor.stop();
});

const orderIds = (body: string): number[] =>
  [...body.matchAll(/OrderId>(\d+)</g)].map((match) => Number(match[1]));
const open = (change: (settings: TwentyFourSevenOfficeSettings) => TwentyFourSevenOfficeSettings) =>
  openAccount(change(settingsFor(vendor.url))).source;
const asIs = (settings: TwentyFourSevenOfficeSettings) => settings;
const shipped = { tracking: [] };
const at = '2020-01-01T09:00:00Z';
const marking = (settings: TwentyFourSevenOfficeSettings) => ({
  ...settings,
  orders: { ...settings.orders, statusOnImport: 'Pack' as const },
});

describe('reporting a shipment', () => {
  test('writes the status and nothing else', async () => {
    const outcome = await open(asIs).reportShipment(reference('1'), shipped, at, aCall());
    expect(outcome).toEqual({ kind: 'reported', status: 'Sent' });
    const [save] = vendor.requests('SaveInvoices');
    expect(save?.body).toContain(
      '<t:invoices><t:InvoiceOrder><t:OrderId>1</t:OrderId><t:CustomerId>1001</t:CustomerId><t:OrderStatus>OrderState_Sent</t:OrderStatus><t:IncludeVAT xsi:nil="true"></t:IncludeVAT></t:InvoiceOrder></t:invoices>',
    );
    const [glance] = vendor.requests('GetInvoices');
    expect(glance?.body).not.toContain('InvoiceRows');
  });

  test('is harmless twice', async () => {
    const source = open(asIs);
    await source.reportShipment(reference('1'), shipped, at, aCall());
    const again = await source.reportShipment(reference('1'), shipped, at, aCall());
    expect(again).toEqual({ kind: 'already', status: 'Sent' });
    expect(vendor.requests('SaveInvoices')).toHaveLength(1);
  });

  test.each([
    'Invoiced',
    'InvoicedPack',
    'ForInvoicing',
    'CollectingOrder',
    'Return',
    'Draft',
    'Web',
  ])('leaves an order alone that somebody set to %s', async (status) => {
    statuses.set(1, status);
    const outcome = await open(asIs).reportShipment(reference('1'), shipped, at, aCall());
    expect(outcome).toEqual({ kind: 'moved on', status });
    expect(vendor.requests('SaveInvoices')).toHaveLength(0);
  });

  test('moves an order on from the status of its import', async () => {
    statuses.set(1, 'Pack');
    const outcome = await open(marking).reportShipment(reference('1'), shipped, at, aCall());
    expect(outcome.kind).toBe('reported');
    statuses.set(1, 'Pack');
    const without = await open(asIs).reportShipment(reference('1'), shipped, at, aCall());
    expect(without).toEqual({ kind: 'moved on', status: 'Pack' });
  });

  test('of an order that is gone, or that nobody wants to hear of', async () => {
    statuses.clear();
    const source = open(asIs);
    expect(await source.reportShipment(reference('1'), shipped, at, aCall())).toEqual({
      kind: 'gone',
    });
    const silent = open((settings) => ({
      ...settings,
      shipments: { ...settings.shipments, statusOnShipped: null },
    }));
    expect((await silent.reportShipment(reference('1'), shipped, at, aCall())).kind).toBe(
      'not wanted',
    );
  });

  test('waits for tracking, but not for ever', async () => {
    const source = open((settings) => ({
      ...settings,
      shipments: { ...settings.shipments, waitForTracking: 900_000 },
    }));
    const now = new Date().toISOString();
    expect(await source.reportShipment(reference('1'), shipped, now, aCall())).toEqual({
      kind: 'wait',
      until: new Date(Date.parse(now) + 900_000).toISOString(),
    });
    expect(vendor.received).toHaveLength(0);
    const tracked = { tracking: [{ number: '7331' }] };
    expect((await source.reportShipment(reference('1'), tracked, now, aCall())).kind).toBe(
      'reported',
    );
    statuses.set(1, 'Confirmed');
    expect((await source.reportShipment(reference('1'), shipped, at, aCall())).kind).toBe(
      'reported',
    );
  });
});

describe('many reports at once', () => {
  test('share one reading and one write', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => index + 1);
    for (const id of ids) statuses.set(id, 'Confirmed');
    const source = open(asIs);
    const outcomes = await Promise.all(
      ids.map((id) => source.reportShipment(reference(String(id)), shipped, at, aCall())),
    );
    expect(outcomes.every(({ kind }) => kind === 'reported')).toBe(true);
    expect(vendor.requests('GetInvoices')).toHaveLength(1);
    expect(vendor.requests('SaveInvoices')).toHaveLength(1);
    for (const id of ids) {
      expect(vendor.requests('SaveInvoices')[0]?.body).toContain(
        `OrderId>${id}</t:OrderId><t:CustomerId>${customer(id)}<`,
      );
    }
  });

  test('one order’s exception is its own', async () => {
    for (const id of [1, 2, 3]) statuses.set(id, 'Confirmed');
    const exception = (type: string) =>
      `<APIException><Type>${type}</Type><Message>Department is required.</Message><StackTrace>at Secret.Place()</StackTrace></APIException>`;
    vendor.on('SaveInvoices', () =>
      answer(
        'SaveInvoices',
        `<InvoiceOrder><OrderId>1</OrderId>${exception('Office24Seven.Library.Economy.Accounting.DepartmentIsRequiredException')}</InvoiceOrder>` +
          lightOrder(2) +
          `<InvoiceOrder>${exception('Office24Seven.Library.Data.DataBaseServerException')}</InvoiceOrder>`,
      ),
    );
    const source = open(asIs);
    const [refused, fine, passing] = await Promise.allSettled(
      ['1', '2', '3'].map((id) => source.reportShipment(reference(id), shipped, at, aCall())),
    );
    const reason = (settled: PromiseSettledResult<unknown> | undefined) =>
      (settled as PromiseRejectedResult).reason as SystemFailure;
    expect(reason(refused).decision).toMatchObject({ kind: 'attention', attention: 'bad input' });
    expect(reason(refused).message).toContain('Department is required.');
    expect(reason(refused).message).not.toContain('Secret');
    expect(fine?.status).toBe('fulfilled');
    expect(reason(passing).decision).toEqual({ kind: 'retry' });
  });

  test('a write that fails as a whole is repeated order by order', async () => {
    for (const id of [1, 2, 3]) statuses.set(id, 'Confirmed');
    vendor.on('SaveInvoices', ({ body }) => {
      const ids = orderIds(body);
      return ids.includes(2)
        ? fault('Server was unable to process request. ---&gt; Instance validation error')
        : answer('SaveInvoices', ids.map((id) => lightOrder(id)).join(''));
    });
    const source = open(asIs);
    const outcomes = await Promise.allSettled(
      ['1', '2', '3'].map((id) => source.reportShipment(reference(id), shipped, at, aCall())),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('a write that was carried out although it failed as a whole is not repeated', async () => {
    for (const id of [1, 2, 3]) statuses.set(id, 'Confirmed');
    vendor.on('SaveInvoices', ({ body }) => {
      for (const id of orderIds(body)) if (id !== 3) statuses.set(id, 'OrderState_Sent');
      return orderIds(body).length > 1
        ? fault('Timeout expired. The server is not responding.')
        : answer('SaveInvoices', lightOrder(3, 'OrderState_Sent'));
    });
    const source = open(asIs);
    const outcomes = await Promise.all(
      ['1', '2', '3'].map((id) => source.reportShipment(reference(id), shipped, at, aCall())),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['already', 'already', 'reported']);
    const written = vendor.requests('SaveInvoices').map(({ body }) => orderIds(body));
    expect(written).toEqual([[1, 2, 3], [3]]);
  });

  test('an order without a customer is told, not sent', async () => {
    vendor.on('GetInvoices', () =>
      answer('GetInvoices', lightOrder(1, 'Confirmed', '-2147483648')),
    );
    const failure = await failureOf(
      open(asIs).reportShipment(reference('1'), shipped, at, aCall()),
    );
    expect(failure.decision).toMatchObject({ kind: 'attention' });
    expect(vendor.requests('SaveInvoices')).toHaveLength(0);
  });
});

describe('marking an import', () => {
  test('is off by default', async () => {
    const source = open(asIs);
    expect(source.marksImported).toBe(false);
    expect(await source.markImported(reference('1'), aCall())).toEqual({ kind: 'not wanted' });
    expect(vendor.received).toHaveLength(0);
  });

  test.each([
    ['Confirmed', 'marked', 'Pack'],
    ['Pack', 'already', 'Pack'],
    ['OrderState_Sent', 'moved on', 'Sent'],
    ['Inactive', 'moved on', 'Inactive'],
  ])('of an order that is %s', async (before, kind, status) => {
    statuses.set(1, before);
    const source = open(marking);
    expect(source.marksImported).toBe(true);
    expect(await source.markImported(reference('1'), aCall())).toEqual({ kind, status });
  });
});
