import type { z } from 'zod';

import type { move } from '../../src/systems/orderdesk/contract/bodies.ts';
import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import { acceptedBody } from './accepted-body.ts';
import type { Desk } from './desk.ts';
import { moveOrder } from './desk.ts';
import { Refusal } from '../rest/refusal.ts';
import { successReply } from './replies.ts';

/**
 * `POST /move-orders`. An order that is in the folder already is moved all the same; what became of
 * each is in the results only. Ids are numbers here, unlike in an order.
 */
export function moveOrders(desk: Desk, request: SandboxRequest): SandboxReply {
  const body = acceptedBody('POST /move-orders', request);
  const folderId = destinationOf(desk, body);
  const results = body.order_id_list.map((order_id) => {
    const order = desk.store.order(String(order_id));
    if (order === undefined) return { order_id, status: 'error', message: 'Order Not Found' };
    const original_folder_id = order.folder_id;
    moveOrder(desk, order, folderId, 'api');
    const message = `Order Moved to ${desk.store.folderName(folderId)} Folder`;
    return { order_id, message, original_folder_id };
  });
  const moved = results.filter((result) => 'original_folder_id' in result).length;
  return successReply(`${moved} Orders Moved`, { results });
}

function destinationOf(desk: Desk, body: z.output<typeof move>): number {
  const { destination_folder_id: id, destination_folder_name: name } = body;
  const known = id ?? desk.store.folderId(name ?? '');
  if (known === undefined || desk.store.folderName(known) === '')
    throw new Refusal(400, 'Destination Folder Not Found', true);
  return known;
}
