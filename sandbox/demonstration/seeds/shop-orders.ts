import { noSuchCountry } from '../../facts.ts';
import { type Random, repeated } from './random.ts';
import type { NewOrder } from '../../orderdesk/people.ts';
import type { InventoryItem, OrderItem } from '../../orderdesk/records.ts';
import { addressFrom } from './shop-addresses.ts';
import { extrasFrom } from './shop-extras.ts';
import { giftCard, leastForBundles, seededBundles } from './shop-items.ts';

/** What orders are made of. */
export interface Assortment {
  readonly items: readonly InventoryItem[];
  readonly packingSlip: string | undefined;
  /** Epoch milliseconds that count as now. */
  readonly asOf: number;
}

const autumn = { name: 'Autumn', code: 'AUTUMN10', amount: '10.00' };
const spanMs = 2 * 86_400_000;

function goodsFrom(random: Random, items: readonly InventoryItem[]): Partial<OrderItem> {
  const { name, code, price, weight, variation_list } = random.pick(items);
  return {
    name,
    code,
    price,
    weight,
    quantity: String(random.chance(0.1) ? random.integer(40) + 10 : random.integer(4) + 1),
    variation_list: {
      ...variation_list,
      ...(random.chance(0.08) ? { SerialNumber: `SN-${random.integer(9_000)}` } : {}),
    },
    metadata: random.chance(0.06) ? { NotPicked: '1' } : {},
  };
}

/** What is sold beside the goods: bundles, and things that are never sent. */
function besidesFrom(random: Random, hasBundles: boolean): Partial<OrderItem>[] {
  const besides: Partial<OrderItem>[] = [];
  if (hasBundles && random.chance(0.1))
    besides.push({ code: random.pick(Object.keys(seededBundles)), name: 'Gift set', price: '99' });
  if (random.chance(0.1))
    besides.push({ code: giftCard, name: 'Gift card', price: '50', delivery_type: 'noship' });
  if (random.chance(0.08)) besides.push({ name: 'Gift wrapping', delivery_type: 'noship' });
  return besides;
}

/** An order of a web shop that can be packed as it stands; its goods are picked, all or in part. */
export function orderFrom(
  random: Random,
  { items, packingSlip, asOf }: Assortment,
  serial: number,
): NewOrder {
  const first = { ...goodsFrom(random, items), metadata: {} };
  const more = repeated(random.integer(4), () => goodsFrom(random, items));
  const shipping = addressFrom(random);
  const source_name = random.pick(['Shopify', 'WooCommerce', 'Order Desk']);
  return {
    // A store's own order has no number of a cart.
    source_id: random.chance(0.1)
      ? ''
      : `${source_name === 'Shopify' ? '#' : ''}${10_000 + serial}`,
    source_name,
    email: random.chance(0.9) ? `buyer${serial}@post.example` : '',
    customer_id: random.chance(0.5) ? String(5_000 + random.integer(900)) : '',
    shipping_method: random.pick(['Standard', 'Express', 'Free shipping', '']),
    shipping_total: random.pick(['0.00', '4.90']),
    tax_total: random.pick(['0.00', '12.75']),
    discount_list: random.chance(0.1) ? [autumn] : [],
    // To the second, so that some orders were added at the same time.
    date_added: new Date(asOf - random.integer(spanMs / 1_000) * 1_000).toISOString(),
    shipping,
    customer: random.chance(0.2) ? addressFrom(random) : undefined,
    ...extrasFrom(random, packingSlip),
    order_items: [first, ...more, ...besidesFrom(random, items.length >= leastForBundles)],
  };
}

/** What can be wrong with an order, so that it can't be mapped. */
export const badShopOrderReasons = [
  'unknown country',
  'zero quantity',
  'goods without a code',
] as const;
export type BadShopOrderReason = (typeof badShopOrderReasons)[number];

/** The same order with one thing wrong. */
export function spoiled(order: NewOrder, reason: BadShopOrderReason): NewOrder {
  const [first = {}, ...rest] = order.order_items ?? [];
  switch (reason) {
    case 'unknown country':
      return { ...order, shipping: { ...order.shipping, country: noSuchCountry } };
    case 'zero quantity':
      return { ...order, order_items: [{ ...first, quantity: '0' }, ...rest] };
    case 'goods without a code':
      return { ...order, order_items: [{ ...first, code: '' }, ...rest] };
  }
}
