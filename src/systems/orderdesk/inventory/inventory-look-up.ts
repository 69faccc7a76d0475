import type { CallContext } from '../../kit/call-context.ts';
import { lookUpByKey } from '../../kit/pacing/look-up.ts';
import type { Client } from '../rest/client.ts';
import { type InventoryItem, inventoryList } from '../schema/inventory-item.ts';

/** Codes in one request: they stand in its address. */
const maxCodes = 50;

/** Inventory items by their codes, joined with others who ask at the same time. */
export function inventoryLookUp(client: Client, windowMs: number) {
  const joined = lookUpByKey(client, {
    maxItems: maxCodes,
    windowMs,
    find: async (codes, sharedBy, permit) => {
      const { value } = await client.send(permit, {
        operation: 'GET /inventory-items',
        query: { code: codes.join(','), limit: '500' },
        schema: inventoryList,
        sharedBy,
      });
      return new Map(value.inventory_items.map((item) => [item.code, item]));
    },
  });

  /** The item with this code, or undefined where the store has none. */
  async function find(code: string, call: CallContext): Promise<InventoryItem | undefined> {
    // The filter takes its codes joined by commas, so that a code with one can't be asked for.
    return code.includes(',') ? undefined : await joined.add(code, call);
  }

  return { find };
}
export type InventoryLookUp = ReturnType<typeof inventoryLookUp>;
