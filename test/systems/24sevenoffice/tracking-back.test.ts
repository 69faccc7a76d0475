import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openAccount, reference, settingsFor } from './account.ts';
import { aCall } from '../a-call.ts';
import { fullOrder, idsIn } from './order-xml.ts';
import { answer, fault, StubVendor } from './stub-vendor.ts';

let vendor: StubVendor;
/** The vendor's orders: id → its text and status. */
let orders: Map<number, { text: string; status: string }>;

beforeEach(async () => {
  vendor = await StubVendor.start();
  orders = new Map([[1, { text: 'Thanks &amp; welcome', status: 'Confirmed' }]]);
  vendor.on('GetInvoices', ({ body }) =>
    answer(
      'GetInvoices',
      idsIn(body)
        .flatMap((id) => {
          const order = orders.get(id);
          if (order === undefined) return [];
          const InvoiceText = body.includes('>InvoiceText<') ? order.text : 'omit';
          return [fullOrder(id, { OrderStatus: order.status, InvoiceText })];
        })
        .join(''),
    ),
  );
  vendor.on('SaveInvoices', ({ body }) => {
    const saved = [...body.matchAll(/OrderId>(\d+)<.*?<\/t:InvoiceOrder>/gs)];
    for (const [item, id] of saved) {
      const order = orders.get(Number(id));
      if (order === undefined) continue;
      order.status = 'OrderState_Sent';
      order.text = /InvoiceText>([^<]*)</.exec(item)?.[1] ?? order.text;
    }
    return answer(
      'SaveInvoices',
      saved.map(([, id]) => `<InvoiceOrder><OrderId>${id}</OrderId></InvoiceOrder>`).join(''),
    );
  });
});
afterEach(async () => {
  await vendor.stop();
});

const settings = () => {
  const base = settingsFor(vendor.url);
  return {
    ...base,
    orders: { ...base.orders, extraFields: { InvoiceText: 'warehouseInstruction' } },
    shipments: { ...base.shipments, trackingField: 'InvoiceText' as const },
  };
};
const open = () => openAccount(settings()).source;
const shipped = { tracking: [{ number: '7331', url: 'https://carrier.example/?a=1&b=2' }] };
const at = '2020-01-01T09:00:00Z';
const line = 'Tracking: 7331 https://carrier.example/?a=1&amp;b=2';

describe('tracking written back', () => {
  test('goes with the status, in the contract’s order, after what people wrote', async () => {
    const outcome = await open().reportShipment(reference('1'), shipped, at, aCall());
    expect(outcome).toEqual({ kind: 'reported', status: 'Sent' });
    expect(vendor.requests('SaveInvoices')).toHaveLength(1);
    expect(vendor.requests('SaveInvoices')[0]?.body).toContain(
      '<t:OrderStatus>OrderState_Sent</t:OrderStatus><t:IncludeVAT xsi:nil="true"></t:IncludeVAT>' +
        `<t:InvoiceText>Thanks &amp; welcome&#xA;${line}</t:InvoiceText></t:InvoiceOrder>`,
    );
  });

  test('keeps the line ends of what people wrote', async () => {
    orders.set(1, { text: 'One&#xD;\nTwo', status: 'Confirmed' });
    await open().reportShipment(reference('1'), shipped, at, aCall());
    expect(orders.get(1)?.text).toBe(`One&#xD;&#xA;Two&#xA;${line}`);
  });

  test('is no change of the order, although its text is sent to the warehouse', async () => {
    const source = open();
    const before = await source.read(reference('1'), aCall());
    await source.reportShipment(reference('1'), shipped, at, aCall());
    const after = await source.read(reference('1'), aCall());
    expect(orders.get(1)?.text).toContain('Tracking: ');
    expect(before?.order?.extra).toEqual({ warehouseInstruction: 'Thanks & welcome' });
    expect(after?.hash).toBe(before?.hash);
    expect(after?.order?.extra).toEqual(before?.order?.extra);
  });

  test('isn’t added again by a repeated report', async () => {
    const source = open();
    await source.reportShipment(reference('1'), shipped, at, aCall());
    const again = await source.reportShipment(reference('1'), shipped, at, aCall());
    expect(again.kind).toBe('already');
    const order = orders.get(1);
    if (order !== undefined) order.status = 'Confirmed';
    await source.reportShipment(reference('1'), shipped, at, aCall());
    expect(orders.get(1)?.text.split('7331')).toHaveLength(2);
    expect(vendor.requests('SaveInvoices')[1]?.body).not.toContain('InvoiceText');
  });

  test('isn’t written without tracking', async () => {
    await open().reportShipment(reference('1'), { tracking: [] }, at, aCall());
    expect(vendor.requests('SaveInvoices')[0]?.body).not.toContain('InvoiceText');
    expect(orders.get(1)?.status).toBe('OrderState_Sent');
  });

  test('is neither read nor written where the connection doesn’t want it', async () => {
    const { source } = openAccount(settingsFor(vendor.url));
    await source.reportShipment(reference('1'), shipped, at, aCall());
    expect(vendor.requests('GetInvoices')[0]?.body).not.toContain('InvoiceText');
    expect(vendor.requests('SaveInvoices')[0]?.body).not.toContain('InvoiceText');
  });

  test('is added to the text as it is when a joined write is repeated alone', async () => {
    orders.set(2, { text: 'Two', status: 'Confirmed' });
    const save = (body: string) => [...body.matchAll(/OrderId>(\d+)</g)].length;
    vendor.on('SaveInvoices', ({ body }) => {
      if (save(body) > 1) {
        orders.set(2, { text: 'Two, changed by a person', status: 'Confirmed' });
        return fault('Timeout expired.');
      }
      const id = /OrderId>(\d+)</.exec(body)?.[1];
      return answer('SaveInvoices', `<InvoiceOrder><OrderId>${id}</OrderId></InvoiceOrder>`);
    });
    const source = open();
    await Promise.all(
      ['1', '2'].map((id) => source.reportShipment(reference(id), shipped, at, aCall())),
    );
    const alone = vendor.requests('SaveInvoices').map(({ body }) => body);
    expect(alone.find((body) => body.includes('changed by a person'))).toContain(line);
  });

  test('never goes with the mark of an import', async () => {
    const base = settings();
    const { source } = openAccount({
      ...base,
      orders: { ...base.orders, statusOnImport: 'Pack' },
    });
    await source.markImported(reference('1'), aCall());
    expect(vendor.requests('SaveInvoices')[0]?.body).not.toContain('InvoiceText');
  });
});
