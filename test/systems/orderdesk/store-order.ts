import { LosslessNumber } from 'lossless-json';

import type { Order } from '../../../src/domain/order.ts';
import {
  mapOrder,
  type MappedOrder,
  type OrderMappingSettings,
} from '../../../src/systems/orderdesk/mapping/order.ts';
import type { LocationOf } from '../../../src/systems/orderdesk/mapping/lines.ts';
import { anyOrder } from '../../../src/systems/orderdesk/schema/order.ts';
import {
  type OrderDeskSettings,
  resolved,
  settings,
} from '../../../src/systems/orderdesk/settings.ts';

type Members = Readonly<Record<string, unknown>>;

/** The settings of a connection with everything at its default. */
export const settingsFor = (url = 'http://127.0.0.1'): OrderDeskSettings =>
  resolved(
    settings.parse({
      source: { system: 'orderdesk', url, storeId: '18211', apiKey: 'sandbox-api-key' },
    }),
  );

export const item = (over: Members = {}): Members => ({
  id: '900001',
  name: 'T-shirt red',
  code: 'TS-RED-M',
  price: new LosslessNumber('149.90'),
  quantity: new LosslessNumber('2'),
  weight: '0',
  delivery_type: 'ship',
  category_code: '',
  fulfillment_method: '',
  variation_list: [],
  metadata: [],
  ...over,
});

const nobody = {
  first_name: '',
  last_name: '',
  company: '',
  address1: '',
  address2: '',
  city: '',
  state: '',
  postal_code: '',
  country: '',
  phone: '',
};

export const address = (over: Members = {}): Members => ({
  ...nobody,
  first_name: 'Kari',
  last_name: 'Nordmann',
  address1: 'Storgata 1',
  city: 'Oslo',
  postal_code: '0155',
  country: 'NO',
  phone: '+47 900 00 000',
  ...over,
});

/** An order as the vendor gives it. */
export const storeOrder = (over: Members = {}): Members => ({
  id: '4091036031',
  source_id: '10482',
  source_name: 'Shopify',
  email: 'kari@example.com',
  shipping_method: 'Standard',
  customer_id: '',
  folder_id: new LosslessNumber('21654'),
  date_added: '2026-11-20 08:00:00',
  date_updated: '2026-11-21 09:30:00',
  shipping: address(),
  customer: nobody,
  checkout_data: [],
  order_metadata: [],
  order_items: [item()],
  order_shipments: [],
  ...over,
});

/** How the order is mapped by default settings with some changed. */
export function mapped(
  order: Members = storeOrder(),
  given: Partial<Omit<OrderMappingSettings, 'products'>> & {
    readonly products?: Partial<OrderMappingSettings['products']>;
  } = {},
  locationOf: LocationOf = () => undefined,
): MappedOrder {
  const parsed = anyOrder.parse(order);
  if ('unreadable' in parsed) throw new Error(`unreadable: ${parsed.unreadable}`);
  const defaults = settingsFor();
  const products = { ...defaults.products, ...given.products };
  return mapOrder(parsed, { ...defaults, ...given, products }, locationOf, '2026-11-22');
}

/** The mapped order; throws where it has faults. */
export function mappedOrder(...given: Parameters<typeof mapped>): Order {
  const result = mapped(...given);
  if (result.kind === 'order') return result.order;
  throw new Error(JSON.stringify(result));
}

/** The faults as `field: problem`. */
export function faultsOf(...given: Parameters<typeof mapped>): string[] {
  const result = mapped(...given);
  return result.kind === 'faults'
    ? result.faults.map(({ field, problem }) => `${field}: ${problem}`)
    : [];
}
