/**
 * What stands at the sources in these tests, with ids of its own: orders that were mapped by an older
 * release are compared with what today's code makes of the same records.
 */
const delivery = {
  Street: 'Street 1',
  PostalCode: '0001',
  PostalArea: 'Town',
  Country: 'NO',
};

/** An order of 24SevenOffice whose prices go to the warehouse by the connection's extra fields. */
export const erpRecords = {
  settings: {
    extraFields: { 'lines.Price': 'prices.linePrice', 'Currency.Symbol': 'prices.currencyCode' },
  },
  customer: { Id: '4001', Name: 'Customer', Addresses: { Post: delivery } },
  products: [
    { Id: '2001', No: 'TS-1', Name: 'Cap' },
    { Id: '2002', No: 'TS-2', Name: 'Scarf' },
  ],
  order: {
    OrderId: '70001',
    CustomerId: '4001',
    CustomerDeliveryName: 'Receiver',
    Addresses: { Delivery: delivery },
    DeliveryDate: '2026-11-30T00:00:00Z',
    Currency: { Symbol: 'SEK' },
    InvoiceRows: [
      { RowId: '1', ProductId: '2001', Name: 'Cap', Quantity: '2', Price: '199.50' },
      { RowId: '2', ProductId: '2002', Name: 'Scarf', Quantity: '1', Price: '89' },
    ],
  },
};

/** An order of Order Desk, whose items have prices by themselves. */
export const shopRecords = {
  settings: { defaultCurrency: 'NOK' },
  articles: ['SKU1', 'SKU2'],
  order: {
    id: '4091036031',
    source_id: 'WEB-10482',
    email: 'receiver@example.org',
    shipping: {
      first_name: 'The',
      last_name: 'Receiver',
      address1: 'Street 1',
      city: 'Town',
      postal_code: '0001',
      country: 'Norway',
    },
    order_items: [
      { id: '900001', name: 'Cap', code: 'SKU1', quantity: '2', price: '199.50' },
      { id: '900002', name: 'Scarf', code: 'SKU2', quantity: '1', price: '89' },
    ],
  },
};
