import type { z } from 'zod';

import type { inventoryItem } from '../../../src/systems/orderdesk/contract/bodies.ts';
import type { SandboxReply, SandboxRequest } from '../../vendor.ts';
import { acceptedBody } from '../accepted-body.ts';
import type { Desk } from '../desk.ts';
import { instantOf, itemOf } from '../desk.ts';
import { inventoryView } from './inventory-view.ts';
import type { InventoryItem } from '../records.ts';
import { successReply } from '../replies.ts';

/** `PUT /inventory-items/{id}`: the item is afterwards what the body says, and nothing else. */
export function putInventoryItem(desk: Desk, request: SandboxRequest, id: string): SandboxReply {
  const item = itemOf(desk, id);
  replace(desk, item, acceptedBody('PUT /inventory-items/{id}', request));
  return successReply('Inventory Item Updated', { inventory_item: inventoryView(item) });
}

/** `PUT /batch-inventory-items`: the same for many. An id that isn't there is passed over in silence. */
export function putInventory(desk: Desk, request: SandboxRequest): SandboxReply {
  for (const body of acceptedBody('PUT /batch-inventory-items', request)) {
    const item = desk.store.itemById(Number(body.id));
    if (item !== undefined) replace(desk, item, body);
  }
  return successReply('Inventory Items Updated');
}

function replace(desk: Desk, item: InventoryItem, body: z.output<typeof inventoryItem>): void {
  const { id: _id, date_added: _added, date_updated: _updated, ...members } = body;
  Object.assign(item, members, { date_updated: instantOf(desk) });
}
