import type { OrderInput } from '../../sandbox/24sevenoffice/clerk.ts';
import type { World } from './world.ts';

/** Both simulated vendors. */
export type BothEnds = Pick<World, 'erp' | 'wms'>;

/** A merchant with three products, one customer and one way of delivery. */
export interface Goods {
  readonly customer: string;
  readonly products: readonly string[];
}

/** Puts the usual goods in the ERP; the warehouse knows their articles unless told otherwise. */
export function stock(world: BothEnds, { articles = true } = {}): Goods {
  const { erp, wms } = world;
  const customer = erp.addCustomer({
    Name: 'Fjellbutikken AS',
    Addresses: {
      Post: { Street: 'Storgata 1', PostalCode: '0155', PostalArea: 'Oslo', Country: 'NO' },
    },
    PhoneNumbers: { Mobile: { Value: '+47 900 00 001' } },
    EmailAddresses: { Invoice: { Value: 'faktura@fjellbutikken.example' } },
  }).Id;
  const products = ['Cap', 'Scarf', 'Mitten'].map((Name, index) => {
    const No = `TS-${index + 1}`;
    const { Id } = erp.addProduct({ Name, No, EAN1: `070000000000${index}`, Weight: '0.25' });
    if (articles) wms.addArticle({ articleNumber: No, articleName: Name, productCode: Id });
    return Id;
  });
  return { customer, products };
}

/** A confirmed order over the goods; gives its id, which is its number too. */
export function place(world: BothEnds, goods: Goods, change: Partial<OrderInput> = {}): string {
  return world.erp.addOrder({
    CustomerId: goods.customer,
    CustomerDeliveryName: 'Kari Nordmann',
    CustomerDeliveryPhone: '+47 900 00 002',
    InvoiceEmailAddress: 'kari@example.org',
    Addresses: {
      Delivery: { Street: 'Fjellveien 7', PostalCode: '0880', PostalArea: 'Oslo', Country: 'NO' },
    },
    InvoiceRows: goods.products.map((ProductId, index) => ({
      ProductId,
      Quantity: String(index + 1),
    })),
    ...change,
  }).OrderId;
}
