import { z } from 'zod';

import type { WarehouseOrder } from '../../domain/warehouse-order.ts';
import type { Call } from '../call.ts';
import type { FeedPage, FeedPosition } from '../feed.ts';
import { AnswerTooLarge, failureOfContract } from './errors.ts';
import { heldOrdersSchema } from './schema.ts';
import type { Answer, Transport } from './transport.ts';
import { warehouseOrderOf } from './warehouse-order.ts';

/** Orders asked for at once; fewer where an answer is too large. */
const pageSizes = [200, 50, 10, 1] as const;
/**
 * A page shorter than this is the last one. A longer page that isn't full may have been cut by a
 * limit of the vendor's own, so one more is asked for: its documentation ends at an empty page only.
 */
const certainlyLast = 25;
/** The next run begins this much earlier than the last one did. */
const overlapMs = 5 * 60_000;
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
  call: Call,
): Promise<FeedPage<WarehouseOrder>> {
  const { from, orderIdFrom, firstDate } = readPosition(position);
  const { pageSize, answer } = await readPage(transport, from, orderIdFrom, call);
  const ids = answer.value.map(({ orderInfo }) => Number(orderInfo.orderId));
  if (ids.some((id) => id < (orderIdFrom ?? 0))) {
    throw failureOfContract('with a page of orders that it was not asked for', false);
  }
  const first = firstDate ?? answer.at;
  const ends = ids.length < Math.min(certainlyLast, pageSize);
  return {
    entries: answer.value.map((held) => warehouseOrderOf(held, transport.settings, answer.at)),
    position: ends
      ? { from: new Date(Date.parse(first) - overlapMs).toISOString() }
      : { from, orderIdFrom: Math.max(...ids) + 1, firstDate: first },
    more: !ends,
  };
}

/** A position that can't be read any more, as after an update, is as good as none. */
function readPosition(position: FeedPosition | undefined): z.output<typeof positionSchema> {
  const known = positionSchema.safeParse(position);
  if (known.success) return known.data;
  return { from: new Date(Date.now() - firstLookBackMs).toISOString() };
}

async function readPage(
  transport: Transport,
  from: string,
  orderIdFrom: number | undefined,
  call: Call,
): Promise<{ pageSize: number; answer: Answer<z.output<typeof heldOrdersSchema>> }> {
  let tooLarge: AnswerTooLarge | undefined;
  for (const pageSize of pageSizes) {
    try {
      const answer = await transport.call(call, {
        operation: 'GET /orders',
        method: 'GET',
        path: '/orders',
        query: [
          ['goodsOwnerId', String(transport.settings.goodsOwnerId)],
          ['orderStatusChangedTimeFrom', from],
          ...(orderIdFrom === undefined ? [] : [['orderIdFrom', String(orderIdFrom)] as const]),
          ['maxOrdersToGet', String(pageSize)],
        ],
        schema: heldOrdersSchema,
      });
      return { pageSize, answer };
    } catch (error) {
      if (!(error instanceof AnswerTooLarge)) throw error;
      tooLarge = error;
    }
  }
  throw tooLarge ?? failureOfContract('with nothing', false);
}
