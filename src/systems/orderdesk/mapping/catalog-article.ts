import type { Article } from '../../../domain/article.ts';
import type { InventoryItem } from '../schema/inventory-item.ts';
import type { OrderDeskSettings } from '../settings.ts';
import { componentsOf } from './code-match.ts';
import { namedField } from './named-field.ts';

type Settings = Pick<OrderDeskSettings, 'products' | 'catalog'>;

/** Whether an inventory item is this warehouse's: its code isn't skipped, its location is wanted. */
export function isForWarehouse(
  item: InventoryItem,
  { products }: Pick<Settings, 'products'>,
): boolean {
  const { codeSkip, inventoryLocations } = products;
  if (codeSkip.some((skipped) => skipped.trim() === item.code)) return false;
  const location = (item.location ?? '').toLowerCase();
  return (
    inventoryLocations.length === 0 ||
    inventoryLocations.some((wanted) => wanted.trim().toLowerCase() === location)
  );
}

/**
 * The article behind an inventory item, with the number under which orders send it. Undefined for an
 * item without a code, and for one that is sent as several articles or as several of one. Its weight is
 * left out: in which unit a store keeps it isn't told.
 */
export function articleOf(
  item: InventoryItem,
  { products, catalog }: Settings,
): Article | undefined {
  const { code, name } = item;
  if (code === undefined) return undefined;
  const [component, ...others] = componentsOf(code, products.codeMatch);
  if (component === undefined || component.times > 1 || others.length > 0) return undefined;
  const { barcode, hsCode } = catalog.metadata;
  return {
    productCode: code,
    articleNumber: component.articleNumber,
    name,
    barCode: barcode === undefined ? undefined : namedField(barcode, [item.metadata]),
    customsNumber: hsCode === undefined ? undefined : namedField(hsCode, [item.metadata]),
  };
}
