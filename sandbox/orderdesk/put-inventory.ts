import { z } from 'zod';

import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import { numeric, readBody } from './body.ts';
import type { Desk } from './desk.ts';
import { instantOf, itemOf } from './desk.ts';
import { inventoryView } from './inventory-view.ts';
import type { InventoryItem } from './records.ts';
import { successReply } from './replies.ts';

/** Blank, or a number. */
const amount = z.union([z.literal(''), numeric]);
const named = z.union([
  z.array(z.never()).transform((): Record<string, string> => ({})),
  z.record(z.string(), z.union([z.string(), z.number()]).transform(String)),
]);

/** All of an item. What is left out, other than the name and the code, is blanked. */
const itemBody = z.strictObject({
  name: z.string().min(1),
  code: z.string().min(1),
  price: amount.default(''),
  cost: amount.default(''),
  weight: amount.default(''),
  stock: amount.default(''),
  location: z.string().default(''),
  update_source: z.string().default(''),
  manufacturer_sku: z.string().nullable().default(null),
  variation_list: named.default({}),
  metadata: named.default({}),
  /** Read only; taken, so that what was read can be sent back. */
  id: z.union([z.int(), z.string().regex(/^\d+$/)]).optional(),
  date_added: z.string().optional(),
  date_updated: z.string().optional(),
});

const batchBody = z
  .array(itemBody.required({ id: true }).extend({ price: numeric, stock: numeric }))
  .min(1);

/** `PUT /inventory-items/{id}`: the item is afterwards what the body says, and nothing else. */
export function putInventoryItem(desk: Desk, request: SandboxRequest, id: string): SandboxReply {
  const item = itemOf(desk, id);
  replace(desk, item, readBody(request, itemBody));
  return successReply('Inventory Item Updated', { inventory_item: inventoryView(item) });
}

/** `PUT /batch-inventory-items`: the same for many. An id that isn't there is passed over in silence. */
export function putInventory(desk: Desk, request: SandboxRequest): SandboxReply {
  for (const body of readBody(request, batchBody)) {
    const item = desk.store.itemById(Number(body.id));
    if (item !== undefined) replace(desk, item, body);
  }
  return successReply('Inventory Items Updated');
}

function replace(desk: Desk, item: InventoryItem, body: z.infer<typeof itemBody>): void {
  const { id: _id, date_added: _added, date_updated: _updated, ...members } = body;
  Object.assign(item, members, { date_updated: instantOf(desk) });
}
