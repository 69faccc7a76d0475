import {
  compareDecimals,
  type DecimalText,
  isDecimalText,
  normalDecimal,
} from '../../../domain/decimal.ts';
import type { StockWrite } from '../../../domain/syncs/stock.ts';
import type { CallContext } from '../../kit/call-context.ts';
import { Batch } from '../../kit/pacing/batch.ts';
import type { Client } from '../rest/client.ts';
import { errors } from '../rest/errors.ts';
import { exactNumber } from '../../kit/rest/exact-json.ts';
import type { InventoryLookUp } from './inventory-look-up.ts';
import { done } from '../schema/answers.ts';
import type { InventoryItem } from '../schema/inventory-item.ts';
import { systemName } from '../system-name.ts';

/** The vendor names no limit. */
const maxItems = 100;

/** An item as it was read, with the stock that it should have. */
interface Change {
  readonly item: InventoryItem;
  readonly stock: DecimalText;
}

/**
 * Writes stock counts. An item can only be written whole, members that are left out become blank; so
 * each is read just before and goes back as it came, with only its stock and the writer's name changed.
 * The answer tells nothing of single items: they are read again.
 */
export function stockWriter(client: Client, items: InventoryLookUp, windowMs: number) {
  const joined = new Batch<Change, true>(client, {
    maxItems,
    windowMs,
    request: async (changes, permit) => {
      await client.send(permit, {
        operation: 'PUT /batch-inventory-items',
        body: changes.map(({ item, stock }) => ({
          ...item.whole,
          stock: exactNumber(stock),
          update_source: 'Ongoing WMS',
        })),
        schema: done,
        sharedBy: changes.length,
      });
      return changes.map(() => true);
    },
  });

  /** Sets the stock of the item with this code. Absolute, harmless twice; unchanged, nothing is written. */
  async function set(code: string, quantity: DecimalText, call: CallContext): Promise<StockWrite> {
    const stock = normalDecimal(quantity);
    const before = await items.find(code, call);
    if (before === undefined) {
      return { kind: 'refused', why: `${systemName} has no inventory item with the code ${code}` };
    }
    if (hasStock(before, stock)) return { kind: 'written' };
    await joined.add({ item: before, stock }, call);
    const after = await items.find(code, call);
    if (after !== undefined && hasStock(after, stock)) return { kind: 'written' };
    throw errors.unconfirmed(`the stock of ${code}`);
  }

  return { set };
}

const hasStock = ({ stock: held }: InventoryItem, wanted: DecimalText): boolean =>
  held !== undefined && isDecimalText(held) && compareDecimals(held, wanted) === 0;
