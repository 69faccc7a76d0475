import type { InventoryItem } from '../records.ts';
import { mixed, phpMap, vendorTime } from '../wire.ts';

/** An inventory item as the wire has it. Its id is a number, its stock now a number and now text. */
export const inventoryView = (item: InventoryItem): Record<string, unknown> => ({
  ...item,
  price: mixed(item.price, item.id, 'price'),
  cost: mixed(item.cost, item.id, 'cost'),
  weight: mixed(item.weight, item.id, 'weight'),
  stock: mixed(item.stock, item.id, 'stock'),
  variation_list: phpMap(item.variation_list),
  metadata: phpMap(item.metadata),
  date_added: vendorTime(item.date_added),
  date_updated: vendorTime(item.date_updated),
});
