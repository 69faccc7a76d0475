import { describe, expect, test } from 'vitest';
import type { OrderInput } from '../../../sandbox/24sevenoffice/clerk.ts';
import type { Bench } from './soap-client.ts';
import { bench, invoiceSearch, orderIds, textsIn } from './soap-client.ts';

const full: OrderInput & { readonly CustomerId: string } = {
  CustomerId: '701',
  CustomerDeliveryName: 'Åse & Co <Øst>',
  DeliveryDate: '2026-11-24',
  InvoiceTitle: 'Linje 1\nLinje 2 & "mer"\r\nLinje 3',
  Addresses: { Delivery: { Street: 'Storgata 1', PostalCode: '0150', PostalArea: 'OSLO' } },
  DeliveryMethod: { Id: '1' },
  InvoiceRows: [
    { ProductId: '4001', Quantity: '2.5' },
    { Type: 'Text', Name: 'Takk & hei' },
  ],
};

const properties = ['OrderId', 'OrderStatus', 'DeliveryDate', 'InvoiceTitle', 'Addresses'];

function read(
  { call }: Bench,
  id: string,
  asked: readonly string[] = properties,
  columns: readonly string[] = [],
): string {
  return call('invoice', 'GetInvoices', invoiceSearch(orderIds([id]), asked, columns)).body;
}

/** The same question often enough to meet every form of the answer. */
function readOften(
  setup: Bench,
  id: string,
  asked: readonly string[],
  columns?: string[],
): string[] {
  return Array.from({ length: 60 }, () => read(setup, id, asked, columns));
}

describe('what comes back', () => {
  const setup = bench();
  const { OrderId } = setup.vendor.addOrder(full);

  test('is only what was listed, in the order of the contract', () => {
    const body = read(setup, OrderId, ['OrderStatus', 'Closed', 'OrderId']);
    expect(/<InvoiceOrder>(.*)<\/InvoiceOrder>/.exec(body)?.[1]).toBe(
      `<OrderId>${OrderId}</OrderId><OrderStatus>Confirmed</OrderStatus>` +
        '<IncludeVAT xsi:nil="true" />',
    );
  });

  test('has rows only where they were listed, and of them only the columns listed', () => {
    expect(read(setup, OrderId, ['OrderId'], ['RowId', 'ProductId'])).not.toContain('InvoiceRow');
    const body = read(setup, OrderId, ['InvoiceRows'], ['RowId', 'ProductNo', 'Type']);
    expect(/<InvoiceRows>(.*)<\/InvoiceRows>/.exec(body)?.[1]).toMatch(
      /^<InvoiceRow><RowId>\d+<\/RowId><ProductNo>000417<\/ProductNo><\/InvoiceRow><InvoiceRow><RowId>\d+<\/RowId><Type>Text<\/Type><\/InvoiceRow>$/,
    );
  });

  test('leaves out what equals the default: a missing status is Web, a missing type Normal', () => {
    const web = setup.vendor.addOrder({ ...full, OrderStatus: 'Web', ReferenceNumber: '' });
    const asked = ['OrderStatus', 'SkipStock', 'ReferenceNumber', 'YourReference', 'InvoiceRows'];
    for (const body of readOften(setup, web.OrderId, asked, ['Type', 'Hidden'])) {
      expect(body).not.toMatch(/OrderStatus|SkipStock|ReferenceNumber|YourReference|Hidden|Normal/);
    }
  });

  test('escapes what XML would take for its own, and keeps line breaks', () => {
    const body = read(setup, OrderId, ['CustomerDeliveryName', 'InvoiceTitle']);
    expect(body).toContain('Åse &amp; Co &lt;Øst&gt;');
    expect(body).toContain('Linje 1\nLinje 2 &amp; "mer"&#xD;\nLinje 3');
  });

  test('names the delivery method by its description', () => {
    expect(read(setup, OrderId, ['DeliveryMethod'])).toContain(
      '<DeliveryMethod><Id>1</Id><Description>Bring</Description></DeliveryMethod>',
    );
  });
});

describe('the same is told in several forms', () => {
  const setup = bench();
  const { OrderId } = setup.vendor.addOrder(full);

  test('a calendar date without a zone, or as local midnight in UTC', () => {
    const seen = new Set(
      readOften(setup, OrderId, ['DeliveryDate']).flatMap((body) =>
        textsIn({ body }, 'DeliveryDate'),
      ),
    );
    expect(seen).toEqual(new Set(['2026-11-24T00:00:00', '2026-11-23T23:00:00Z']));
  });

  test('an instant with Z and without a zone, rounded to the minute', () => {
    setup.at('2026-11-21T10:00:40Z');
    setup.vendor.setStatus(OrderId, 'Pack');
    const seen = new Set(
      readOften(setup, OrderId, ['DateChanged']).flatMap((body) =>
        textsIn({ body }, 'DateChanged'),
      ),
    );
    expect(seen).toEqual(new Set(['2026-11-21T10:01:00Z', '2026-11-21T10:01:00']));
  });

  test('a decimal with and without zeros at its end', () => {
    const seen = new Set(
      readOften(setup, OrderId, ['InvoiceRows'], ['Quantity']).flatMap((body) =>
        textsIn({ body }, 'Quantity').slice(0, 1),
      ),
    );
    expect(seen).toEqual(new Set(['2.5', '2.5000']));
  });

  test('a date that is not set left out, or told as the year 1', () => {
    const { OrderId: plain } = setup.vendor.addOrder({ CustomerId: '701' });
    const bodies = readOften(setup, plain, ['DeliveryDate']);
    const told = bodies.filter((body) => body.includes('>0001-01-01T00:00:00<'));
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(bodies.length);
  });

  test('an address that is not there left out, or nil', () => {
    const bodies = readOften(setup, OrderId, ['Addresses']);
    const nil = bodies.filter((body) => body.includes('<Post xsi:nil="true" />'));
    expect(nil.length).toBeGreaterThan(0);
    expect(nil.length).toBeLessThan(bodies.length);
  });

  test('nothing found as no result, an empty one, or one that is nil, in turn', () => {
    const results = ['GetInvoices', 'GetInvoices', 'GetInvoices'].map(() => {
      const body = read(setup, '1');
      return /<GetInvoicesResponse[^>]*>(.*)<\/GetInvoicesResponse>/.exec(body)?.[1];
    });
    expect(results.toSorted()).toEqual([
      '',
      '<GetInvoicesResult />',
      '<GetInvoicesResult xsi:nil="true" />',
    ]);
  });

  test('and the same calls to the same state give the same forms', () => {
    const [one, other] = [bench(), bench()].map((again) => {
      const added = again.vendor.addOrder(full);
      return readOften(again, added.OrderId, properties, ['Quantity']);
    });
    expect(one).toEqual(other);
  });
});

test('a thousand orders are written in less than 200 ms', () => {
  const setup = bench();
  for (let made = 0; made < 1_000; made += 1) setup.vendor.addOrder(full);
  const content = invoiceSearch(
    '<OrderStates><OrderSlipStateType>Confirmed</OrderSlipStateType></OrderStates>',
    [...properties, 'InvoiceRows', 'DeliveryMethod', 'DateChanged', 'CustomerDeliveryName'],
    ['ProductId', 'RowId', 'Quantity', 'Type', 'Name', 'ProductNo'],
  );
  const times = [1, 2, 3].map(() => {
    const begun = performance.now();
    expect(setup.call('invoice', 'GetInvoices', content).body.length).toBeGreaterThan(300_000);
    return performance.now() - begun;
  });
  expect(Math.min(...times)).toBeLessThan(200);
});
