import type { Instant } from '../../../domain/order.ts';
import type { CallContext } from '../../kit/call-context.ts';
import type { Client } from '../rest/client.ts';
import { orderList } from '../schema/answers.ts';
import type { StoreOrder, UnreadableOrder } from '../schema/order.ts';
import { instantFrom, vendorTime } from '../vendor-time.ts';

/** The vendor's most in one answer. */
const pageOrders = 500;
/** Where an order isn't found among so many, more wouldn't be bearable for one note. */
const mostPages = 10;
/** The vendor's texts disagree on whether its filters are in UTC or in the store's zone. */
const farthestZoneMs = 14 * 60 * 60_000;

type Filter = Readonly<Record<string, string>>;
type Listed = StoreOrder | UnreadableOrder;

/** Finds one order with its history, which only the list of orders gives. The vendor calls it slow. */
export function orderSearch(client: Client) {
  /** Among the orders with a shop's number; an order without one counts as having its id. */
  async function bySourceId(
    id: string,
    sourceId: string,
    call: CallContext,
  ): Promise<Listed | undefined> {
    return await among(id, { source_id: sourceId }, call);
  }

  /**
   * Among the orders that came in the same second; else among those of its folder that came within
   * hours of it.
   */
  async function byArrival(order: StoreOrder, call: CallContext): Promise<Listed | undefined> {
    const { id, date_added: added, folder_id: folderId } = order;
    const arrival = instantFrom(added);
    if (arrival === undefined) return undefined;
    const exactly = await among(id, window(arrival, 0), call);
    if (exactly !== undefined || folderId === undefined) return exactly;
    return await among(id, { folder_id: folderId, ...window(arrival, farthestZoneMs) }, call);
  }

  async function among(id: string, filter: Filter, call: CallContext): Promise<Listed | undefined> {
    for (let page = 0; page < mostPages; page += 1) {
      const { value } = await client.call(call, {
        operation: 'GET /orders',
        query: {
          ...filter,
          get_order_history: '1',
          order_by: 'id',
          order: 'ASC',
          limit: String(pageOrders),
          ...(page === 0 ? {} : { offset: String(page * pageOrders) }),
        },
        schema: orderList,
      });
      const found = value.orders.find((order) => order.id === id);
      if (found !== undefined || value.orders.length < pageOrders) return found;
    }
    return undefined;
  }

  return { bySourceId, byArrival };
}
export type OrderSearch = ReturnType<typeof orderSearch>;

const window = (instant: Instant, aroundMs: number): Filter => ({
  search_start_date: vendorTime(new Date(Date.parse(instant) - aroundMs).toISOString()),
  search_end_date: vendorTime(new Date(Date.parse(instant) + aroundMs).toISOString()),
});
