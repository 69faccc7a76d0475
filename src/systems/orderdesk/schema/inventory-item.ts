import { z } from 'zod';

import { fields, id, listOf, text } from './scalars.ts';

const known = z.object({
  id,
  code: text,
  name: text,
  stock: text,
  weight: text,
  location: text,
  manufacturer_sku: text,
  metadata: fields,
  date_updated: text,
  date_added: text,
});

/** An inventory item: what is read of it, and all of it as it came, since a write replaces the whole. */
export type InventoryItem = z.output<typeof known> & {
  readonly whole: Readonly<Record<string, unknown>>;
};

const inventoryItem = z.looseObject({}).transform((whole, context): InventoryItem => {
  const item = known.safeParse(whole);
  if (item.success) return { ...item.data, whole };
  context.addIssue({ code: 'custom', message: 'not an inventory item' });
  return z.NEVER;
});

/** `GET /inventory-items`. */
export const inventoryList = z.object({ inventory_items: listOf(inventoryItem) });
