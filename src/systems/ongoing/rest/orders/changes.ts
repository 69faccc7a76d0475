import { z } from 'zod';

import type { WarehouseOrder } from '../../../../domain/warehouse-order.ts';
import type { CallContext } from '../../../kit/call-context.ts';
import type { FeedPage, FeedPosition } from '../../../kit/feeds/feed-page.ts';
import { orderList } from './order-list.ts';
import { readPageById } from '../pages-by-id.ts';
import { overlapped } from '../times.ts';
import type { Transport } from '../transport.ts';
import { warehouseOrderOf } from './warehouse-order.ts';

/** How far the very first run looks back. */
const firstLookBackMs = 7 * 24 * 3_600_000;

const positionSchema = z.object({
  /** Orders whose status changed after this instant. */
  from: z.iso.datetime(),
  /** The next page begins with this id; absent at a run's first page. */
  orderIdFrom: z.int().positive().optional(),
  /** When the run's first page was read, by the vendor's clock. */
  firstDate: z.iso.datetime().optional(),
});

/**
 * One page of the orders whose status changed, by ascending id. The position moves on only at the
 * end of a run, to the vendor's own time at its first page: what changes while the pages are being
 * read comes in the next run.
 */
export async function changedOrders(
  transport: Transport,
  position: FeedPosition | undefined,
  call: CallContext,
): Promise<FeedPage<WarehouseOrder>> {
  const { from, orderIdFrom, firstDate } = readPosition(position);
  const filters = [['orderStatusChangedTimeFrom', from]] as const;
  const page = await readPageById(transport, orderList, filters, orderIdFrom, call);
  const first = firstDate ?? page.at;
  return {
    entries: page.entries.map((held) => warehouseOrderOf(held, transport.settings, page.at)),
    position:
      page.nextId === undefined
        ? { from: overlapped(first) }
        : { from, orderIdFrom: page.nextId, firstDate: first },
    more: page.nextId !== undefined,
  };
}

/** A position that can't be read any more, as after an update, is as good as none. */
function readPosition(position: FeedPosition | undefined): z.output<typeof positionSchema> {
  const known = positionSchema.safeParse(position);
  if (known.success) return known.data;
  return { from: new Date(Date.now() - firstLookBackMs).toISOString() };
}
