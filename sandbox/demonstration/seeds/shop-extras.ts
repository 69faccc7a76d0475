import type { Random } from './random.ts';

/** The fields that a person or a cart puts on an order for the warehouse, as they spell them. */
const fields = [
  { spellings: ['SalesCode', 'Sales Code', 'salescode'], values: ['WEB', 'B2B'] },
  {
    spellings: ['DeliveryInstructions', 'Delivery Instructions', 'delivery_instructions'],
    values: ['Leave at the back door', 'Ring before 16:00 & wait'],
  },
  { spellings: ['ServicePointCode', 'servicepointcode'], values: ['127406', '001122'] },
  { spellings: ['OrderType', 'Order Type'], values: ['B2C', 'Gift'] },
  {
    spellings: ['Remark', 'remark', 'REMARK'],
    values: ['Pack with care', 'Birthday: wrap it «nicely»'],
  },
  { spellings: ['DoorCode', 'Door Code', 'doorcode'], values: ['4711#', '0042'] },
];

interface Extras {
  readonly checkout_data: Record<string, string>;
  readonly order_metadata: Record<string, string>;
}

/**
 * Checkout data and metadata: often none, at times the same field in both with other words, at times
 * a field that is there and blank.
 */
export function extrasFrom(random: Random, packingSlip: string | undefined): Extras {
  const checkout_data: Record<string, string> = {};
  const order_metadata: Record<string, string> = random.chance(0.4) ? { currency: 'SEK' } : {};
  for (const { spellings, values } of fields) {
    const spelling = random.pick(spellings);
    const value = random.chance(0.1) ? '' : random.pick(values);
    if (random.chance(0.25)) checkout_data[spelling] = value;
    if (random.chance(0.12)) order_metadata[random.pick(spellings)] = random.pick(values);
  }
  if (random.chance(0.15)) checkout_data['message_from'] = 'From all of us';
  if (packingSlip !== undefined && random.chance(0.3)) checkout_data['PackingSlip'] = packingSlip;
  return { checkout_data, order_metadata };
}
