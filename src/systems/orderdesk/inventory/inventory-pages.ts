import { z } from 'zod';

import type { CallContext } from '../../kit/call-context.ts';
import type { FeedPage, FeedPosition } from '../../kit/feeds/feed-page.ts';
import { readPosition } from '../../kit/feeds/position.ts';
import type { Client } from '../rest/client.ts';
import { type InventoryItem, inventoryList } from '../schema/inventory-item.ts';
import { systemName } from '../system-name.ts';

const pageItems = 500;
/**
 * The vendor's own page. One shorter than this is the last; a longer one that isn't full may have been
 * cut by a limit of the vendor's, so one more is asked for.
 */
const certainlyLast = 50;

const positionSchema = z.object({
  version: z.literal(1),
  offset: z.number().int().nonnegative(),
  /** The first id of the page before. */
  firstId: z.string().optional(),
});
const start: z.infer<typeof positionSchema> = { version: 1, offset: 0 };

/**
 * One page of all inventory items. The older texts know no pages for them, and a count of the vendor's
 * isn't to be trusted: the list ends at a short page, and at one that begins as the page before did,
 * since then the offset is ignored and the first page was all there is.
 */
export async function inventoryPage(
  client: Client,
  stored: FeedPosition | undefined,
  call: CallContext,
): Promise<FeedPage<InventoryItem>> {
  const names = { system: systemName, what: 'inventory' };
  const { offset, firstId } = readPosition(stored, positionSchema, start, names);
  const { value } = await client.call(call, {
    operation: 'GET /inventory-items',
    query: { limit: String(pageItems), offset: String(offset) },
    schema: inventoryList,
  });
  const items = value.inventory_items;
  const first = items[0]?.id;
  const isRepeated = offset > 0 && first === firstId;
  if (isRepeated || first === undefined || items.length < certainlyLast) {
    return { entries: isRepeated ? [] : items, position: start, more: false };
  }
  const next = { version: 1, offset: offset + items.length, firstId: first };
  return { entries: items, position: next, more: true };
}
