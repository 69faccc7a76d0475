import { Decimal } from 'decimal.js';

import { addressRecord, type OrderItem, type OrderRecord, type Shipment } from './records.ts';
import { mixed, phpMap, vendorDay, vendorTime } from './wire.ts';

/** A customer's address has no third and fourth line. */
const shortAddress = addressRecord.omit({ address3: true, address4: true });

/** The store's reply where nobody gave a return address. */
const noReturnAddress = {
  title: '',
  name: '',
  ...shortAddress.omit({ first_name: true, last_name: true }).parse({}),
};

/** An order as the wire has it: PHP's empties, dates without a zone, numbers that may be text. */
export function orderView(
  order: OrderRecord,
  storeId: string,
  withHistory = false,
): Record<string, unknown> {
  const { order_items, order_shipments, order_history, moves: _moves, ...members } = order;
  const totals = Object.entries({ ...totalsOf(order), ...givenTotals(order) });
  return {
    ...members,
    ...Object.fromEntries(totals.map(([name, sum]) => [name, mixed(sum, order.id, name)])),
    processor_response: '',
    processor_balance: '',
    refund_total: '0.00',
    cc_number_masked: '',
    cc_exp: '',
    email_count: '0',
    ip_address: '',
    tag_color: 'success',
    tag_name: '',
    date_added: vendorTime(order.date_added),
    date_updated: vendorTime(order.date_updated),
    customer: shortAddress.parse(order.customer),
    return_address: noReturnAddress,
    checkout_data: phpMap(order.checkout_data),
    order_metadata: phpMap(order.order_metadata),
    order_notes: order.order_notes.map((note) => ({
      ...note,
      date_added: vendorTime(note.date_added),
    })),
    order_items: order_items.map(itemView),
    order_shipments: order_shipments.map((one) => shipmentView(one, order.id, storeId)),
    order_history: withHistory ? order_history.map(historyView) : undefined,
  };
}

/** A shipment as the wire has it: all of it text, also where there is nothing. */
export const shipmentView = (
  { by: _by, date_added, ...members }: Shipment,
  orderId: string,
  storeId: string,
): Record<string, string> => ({
  ...members,
  order_id: orderId,
  store_id: storeId,
  label_format: '',
  label_image: '',
  print_status: '0',
  order_items: '',
  source: 'Manual',
  cart_shipment_id: '',
  label_shipment_id: '',
  date_shipped: vendorDay(date_added),
  date_added: vendorTime(date_added),
});

const historyView = (entry: OrderRecord['order_history'][number]): Record<string, string> => ({
  source_name: entry.source_name,
  note: entry.note,
  date_added: vendorTime(entry.date_added),
});

const itemView = (item: OrderItem): Record<string, unknown> => ({
  ...item,
  price: mixed(item.price, item.id, 'price'),
  quantity: mixed(item.quantity, item.id, 'quantity'),
  weight: mixed(item.weight, item.id, 'weight'),
  variation_list: phpMap(item.variation_list),
  metadata: phpMap(item.metadata),
});

const givenTotals = ({ shipping_total, handling_total, tax_total }: OrderRecord) => ({
  shipping_total,
  handling_total,
  tax_total,
});

/** What the vendor adds up itself. */
export function totalsOf(order: OrderRecord): Readonly<Record<string, string>> {
  const sum = (values: readonly Decimal[]): Decimal =>
    values.reduce((total, value) => total.plus(value), new Decimal(0));
  const times = (item: OrderItem, value: string): Decimal =>
    new Decimal(item.quantity || 0).times(value || 0);
  const products = sum(order.order_items.map((item) => times(item, item.price)));
  const discount = sum(order.discount_list.map(({ amount }) => new Decimal(amount)));
  const extras = Object.values(givenTotals(order)).map((value) => new Decimal(value || 0));
  return {
    quantity_total: sum(order.order_items.map((item) => new Decimal(item.quantity || 0))).toFixed(),
    weight_total: sum(order.order_items.map((item) => times(item, item.weight))).toFixed(),
    product_total: products.toFixed(2),
    discount_total: discount.toFixed(2),
    order_total: sum([products, ...extras])
      .minus(discount)
      .toFixed(2),
  };
}
