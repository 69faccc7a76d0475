import { noSuchCountry } from '../../facts.ts';
import type { DeliveryMethod } from '../../24sevenoffice/book/records.ts';
import type { Clerk, OrderInput, RowInput } from '../../24sevenoffice/clerk.ts';
import type { SeededCustomer } from './merchant-companies.ts';
import { addressAt } from './merchant-companies.ts';
import { fullNameFrom } from './people.ts';
import { placeFrom } from './places.ts';
import type { SeededProduct } from './merchant-products.ts';
import type { Random } from './random.ts';

/** What orders are made of. */
export interface Assortment {
  readonly customers: readonly SeededCustomer[];
  readonly products: readonly SeededProduct[];
  readonly methods: readonly DeliveryMethod[];
  /** The day that counts as today. */
  readonly asOf: Date;
}

const titles = [
  'Leveres på baksiden',
  'Haster & må ut i dag',
  'Ring før levering <etter kl. 16>\nPortkode oppgis på telefon',
  'Gave: "gratulerer" på kortet\r\nIkke legg ved faktura',
];

const dayMs = 86_400_000;

function quantityOf(random: Random, divisible: boolean): string {
  if (divisible) return random.pick(['0.5', '2.5', '12.75', '3']);
  return random.chance(0.15) ? `${random.integer(40) + 10}` : `${random.integer(4) + 1}`;
}

const goodsRow = (random: Random, { product, divisible }: SeededProduct): RowInput => ({
  ProductId: product.Id,
  Quantity: quantityOf(random, divisible),
  Price: product.Price,
  Hidden: random.chance(0.05) || undefined,
});

/** Words between the goods. Some of the vendor's have no product at all, others the number -1. */
const textRow = (random: Random): RowInput => ({
  Type: random.chance(0.9) ? 'Text' : 'TextBold',
  Name: random.pick(['Levering uke 48', 'Kampanje & rabatt', 'Takk for handelen']),
  ...(random.chance(0.3) ? { ProductId: '-1', Quantity: '0' } : {}),
});

/** The rows of an order: goods, at times the same product twice, and at times words between them. */
export function rowsFrom(random: Random, products: readonly SeededProduct[]): RowInput[] {
  const rows: RowInput[] = [];
  const count = random.chance(0.05) ? 12 : random.integer(4) + 1;
  for (let made = 0; made < count; made += 1) {
    if (random.chance(0.15)) rows.push(textRow(random));
    const chosen = random.pick(products);
    rows.push(goodsRow(random, chosen));
    if (random.chance(0.08)) rows.push(goodsRow(random, chosen));
  }
  return rows;
}

function recipient(random: Random, { company, address, phone }: SeededCustomer): OrderInput {
  const other = random.chance(0.3) ? placeFrom(random) : undefined;
  const hasDelivery = random.chance(0.85);
  const name = random.chance(0.3) ? fullNameFrom(random) : company.Name;
  return {
    CustomerDeliveryName: random.chance(0.8) ? name : undefined,
    CustomerDeliveryPhone: random.chance(0.6) ? (other?.phone ?? phone) : undefined,
    InvoiceEmailAddress: random.chance(0.6) ? `faktura${company.Id}@post.example` : undefined,
    Addresses: {
      ...(hasDelivery ? { Delivery: other ? addressAt(other, random) : address } : {}),
      Invoice: address,
    },
  };
}

/** An order that can be packed as it stands, as input for the ERP. */
export function orderFrom(
  random: Random,
  { customers, products, methods, asOf }: Assortment,
): OrderInput & { readonly CustomerId: string } {
  const customer = random.pick(customers);
  const ordered = new Date(asOf.getTime() - random.integer(5 * 24 * 60) * 60_000 - 60_000);
  const delivery = new Date(asOf.getTime() + (random.integer(10) + 1) * dayMs);
  return {
    CustomerId: customer.company.Id,
    ...recipient(random, customer),
    DateOrdered: ordered.toISOString(),
    DateChanged: new Date(Math.round(ordered.getTime() / 60_000) * 60_000).toISOString(),
    ...(random.chance(0.75) ? { DeliveryDate: delivery.toISOString().slice(0, 10) } : {}),
    ...(random.chance(0.5) ? { ReferenceNumber: `PO-${random.integer(90_000) + 10_000}` } : {}),
    ...(random.chance(0.5) ? { YourReference: fullNameFrom(random) } : {}),
    ...(random.chance(0.4) ? { InvoiceTitle: random.pick(titles) } : {}),
    ...(methods.length > 0 && random.chance(0.9) ? { DeliveryMethod: random.pick(methods) } : {}),
    Currency: { Symbol: 'NOK' },
    IncludeVAT: customer.company.Type === 'Consumer',
    InvoiceRows: rowsFrom(random, products),
  };
}

/** What can be wrong with an order, so that it can't be mapped. */
export const badOrderReasons = [
  'article without number',
  'unknown country',
  'zero quantity',
] as const;
export type BadOrderReason = (typeof badOrderReasons)[number];

/** The same order with one thing wrong. */
export function spoiled(
  clerk: Clerk,
  order: OrderInput & { readonly CustomerId: string },
  reason: BadOrderReason,
): OrderInput & { readonly CustomerId: string } {
  const rows = order.InvoiceRows ?? [];
  switch (reason) {
    case 'article without number': {
      const { Id } = clerk.addProduct({ Name: 'Prøve uten nummer', Price: '10', Stock: '5' });
      return { ...order, InvoiceRows: [...rows, { ProductId: Id, Quantity: '1' }] };
    }
    case 'unknown country': {
      const Delivery = { ...order.Addresses?.Invoice, Country: noSuchCountry };
      return { ...order, Addresses: { ...order.Addresses, Delivery } };
    }
    case 'zero quantity': {
      const [ProductId] = rows.flatMap((row) => (row.Type === undefined ? row.ProductId : []));
      if (ProductId === undefined) throw new RangeError('the order has no goods');
      return { ...order, InvoiceRows: [...rows, { ProductId, Quantity: '0' }] };
    }
  }
}
