import { anything, type Filters, filterOf } from '../../rest/query.ts';
import type { SandboxReply, SandboxRequest } from '../../vendor.ts';
import type { Desk } from '../desk.ts';
import { itemOf } from '../desk.ts';
import { inventoryView } from './inventory-view.ts';
import type { Page } from '../page.ts';
import { pageOf, totalRecords } from '../page.ts';
import { acceptedQuery, type OrderDeskQuery } from '../query.ts';
import type { InventoryItem } from '../records.ts';
import { executionTime, jsonReply, successReply } from '../replies.ts';

const filters: Filters<OrderDeskQuery<'GET /inventory-items'>, InventoryItem> = {
  code: (item, codes) => codes.has(item.code),
  limit: anything,
  offset: anything,
};

/** `GET /inventory-items`, by one code or a comma-joined list of them. */
export function getInventory(desk: Desk, request: SandboxRequest): SandboxReply {
  const query = acceptedQuery(desk, 'GET /inventory-items', request, filters);
  const found = desk.store.state.items.filter(filterOf(filters, query));
  const { limit, offset } = effective(desk, pageOf(desk, query));
  const page = found.slice(offset, offset + limit);
  return jsonReply(200, {
    status: 'success',
    execution_time: executionTime,
    records_returned: page.length,
    total_records: String(totalRecords(desk, found.length, page.length)),
    inventory_items: page.map(inventoryView),
  });
}

/** What of a page the store heeds. */
function effective(desk: Desk, page: Page): Page {
  switch (desk.options.inventoryPaging) {
    case 'works':
      return page;
    case 'ignores offset':
      return { ...page, offset: 0 };
    case 'ignored':
      return { limit: Infinity, offset: 0 };
  }
}

/** `GET /inventory-items/{id}`. */
export const getInventoryItem = (desk: Desk, _request: SandboxRequest, id: string): SandboxReply =>
  successReply('', { inventory_item: inventoryView(itemOf(desk, id)) });
