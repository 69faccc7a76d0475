import type { Random } from './random.ts';
import type { OrderDeskSandbox } from '../../orderdesk/orderdesk.ts';
import type { InventoryItem } from '../../orderdesk/records.ts';

/** Name, price, and weight. */
const goods = [
  ['Wool sweater "Fjell"', '89.00', '0.65'],
  ['Coffee & cocoa, 500 g', '12.50', '0.5'],
  ['Bottle <0.7 l>', '24', '0.18'],
  ['Socks, 3 pairs', '17.90', '0.12'],
  ['Head lamp 400 lm', '54.90', '0.095'],
  ['Rucksack 30 l', '129', '1.1'],
] as const;

/** Every fourth code is digits that a number would shorten. */
export const codeAt = (position: number): string =>
  position % 4 === 3 ? String(position + 1).padStart(6, '0') : `HV-${1_001 + position}`;

/** Codes that a cart sells and no inventory has, and the items that are to be sent for each. */
export const seededBundles: Readonly<Record<string, readonly string[]>> = {
  'GIFTSET-A': [codeAt(0), codeAt(1)],
  'GIFTSET-B': [codeAt(0), codeAt(0), codeAt(2)],
};
/** How many items there must be for the bundles. */
export const leastForBundles = 3;

/** The code of a thing that is sold and never sent. */
export const giftCard = 'GIFTCARD';

export function seedItem(
  vendor: OrderDeskSandbox,
  random: Random,
  position: number,
): InventoryItem {
  const [name, price, weight] = random.pick(goods);
  const size = random.pick(['S', 'M', 'L', 'XL']);
  const isSized = random.chance(0.5);
  const barcode = `0${String(70_100_000_000 + position)}`;
  return vendor.addInventoryItem({
    code: codeAt(position),
    name: isSized ? `${name} ${size}` : name,
    price,
    weight,
    cost: random.chance(0.5) ? '4.20' : '',
    stock: String(random.integer(400)),
    location: random.pick(['', 'Ongoing WMS', 'Ongoing WMS']),
    manufacturer_sku: random.pick([null, '', `M-${position}`]),
    variation_list: isSized ? { Size: size } : {},
    metadata: random.chance(0.7) ? { UPC: barcode, HS: '61101130' } : {},
  });
}
