import type { Product } from '../../../domain/article.ts';
import { isDecimalText, normalDecimal } from '../../../domain/decimal.ts';
import type { MappingProblem } from '../../../domain/mapping-problem.ts';
import type { RegistrySource } from '../../ports/registry-source.ts';
import { Client } from '../rest/client.ts';
import { inventoryLookUp } from './inventory-look-up.ts';
import { inventoryPage } from './inventory-pages.ts';
import { articleOf, isForWarehouse } from '../mapping/catalog-article.ts';
import type { OrderDeskDeps } from '../open.ts';
import type { InventoryItem } from '../schema/inventory-item.ts';
import type { OrderDeskSettings } from '../settings.ts';
import { stockWriter } from './stock-writer.ts';
import { systemName } from '../system-name.ts';
import { instantFrom } from '../vendor-time.ts';

const gatherMs = 300;
const epoch = new Date(0).toISOString();

/**
 * The inventory of a store: what of a registry Order Desk has. It keeps no suppliers, and its items
 * know no feed of changes: every run reads all of them.
 */
export type OrderDeskInventory = Pick<RegistrySource, 'products' | 'readProducts' | 'setStock'>;

/** Opens the inventory of one store. A product's code is its item's code. */
export function openOrderDeskInventory(
  settings: OrderDeskSettings,
  deps: OrderDeskDeps,
): OrderDeskInventory {
  const windowMs = deps.gatherMs ?? gatherMs;
  const client = new Client(settings, deps);
  const items = inventoryLookUp(client, windowMs);
  const productsOf = (found: readonly InventoryItem[]): Product[] =>
    found.flatMap((item) => (isForWarehouse(item, settings) ? [productOf(item, settings)] : []));
  return {
    products: async (position, _reading, call) => {
      const page = await inventoryPage(client, position, call);
      return { ...page, entries: productsOf(page.entries) };
    },
    readProducts: async (productCodes, call) => {
      const found = await Promise.all(
        [...new Set(productCodes)].map(async (code) => await items.find(code, call)),
      );
      return productsOf(found.filter((item) => item !== undefined));
    },
    setStock: stockWriter(client, items, windowMs).set,
  };
}

/** An item as a product. One that is sent as several articles has a stock, and no article of its own. */
function productOf(item: InventoryItem, settings: OrderDeskSettings): Product {
  const article = articleOf(item, settings);
  const stock = item.stock !== undefined && isDecimalText(item.stock) ? item.stock : undefined;
  return {
    productCode: item.code ?? '',
    label: item.code ?? item.id,
    changedAt: instantFrom(item.date_updated) ?? instantFrom(item.date_added) ?? epoch,
    article,
    faults: faultsOf(item),
    expired: false,
    stock: stock && normalDecimal(stock),
    stockControlled: item.code !== undefined,
  };
}

function faultsOf({ id, code, stock }: InventoryItem): MappingProblem[] {
  const field = `Inventory item ${code ?? id}`;
  const faults: MappingProblem[] = [];
  if (code === undefined) {
    const todo = `Give it the article's number as its code in ${systemName}.`;
    faults.push({ field, problem: 'It has no code.', todo });
  }
  if (stock !== undefined && !isDecimalText(stock)) {
    const todo = `Correct it in ${systemName}.`;
    faults.push({ field, problem: `Its stock is "${stock}", which is no number.`, todo });
  }
  return faults;
}
