import { z } from 'zod';

import type { StockQuantity } from '../../../../domain/syncs/stock.ts';
import type { CallContext } from '../../../kit/call-context.ts';
import type { FeedPosition } from '../../../kit/feeds/feed-page.ts';
import type { FeedReading } from '../../../ports/registry-source.ts';
import type { StockPage } from '../../../ports/registry-warehouse.ts';
import { Refusal } from '../../../kit/errors/failures.ts';
import { type ListById, readPageById } from '../pages-by-id.ts';
import { type ExistingArticle, existingArticlesSchema } from '../schema.ts';
import { stockLevels } from './stock-levels.ts';
import { overlapped } from '../times.ts';
import type { Transport } from '../transport.ts';

const articleList: ListById<ExistingArticle> = {
  what: 'articles',
  operation: 'GET /articles',
  idFrom: 'articleSystemIdFrom',
  most: 'maxArticlesToGet',
  pageSizes: [500, 100, 20, 1],
  schema: existingArticlesSchema,
  idOf: ({ articleSystemId }) => articleSystemId,
};

/**
 * The vendor tells changes of the last 24 hours only, and everything is to be compared once a day at
 * least; an hour is left for a run's interval and for clocks that differ.
 */
const sweepAfterMs = 23 * 3_600_000;

const positionSchema = z.object({
  /** Stock that changed after this instant. */
  from: z.iso.datetime().optional(),
  /** When the last sweep began, by the vendor's clock. */
  sweptAt: z.iso.datetime().optional(),
  /** Which figure was read; another one means that all of them are new. */
  quantity: z.enum(['physical', 'sellable']),
  /** Present between the pages of a run. */
  run: z
    .object({
      sweep: z.boolean(),
      articleSystemIdFrom: z.int().positive(),
      /** When its first page was read, by the vendor's clock. */
      firstDate: z.iso.datetime(),
    })
    .optional(),
});
type Position = z.output<typeof positionSchema>;

/**
 * One page of stock levels, by ascending id of the articles: of those whose stock changed, or of all.
 * As with orders, the position moves on only at the end of a run, to the vendor's own time at its
 * first page.
 */
export async function stockPage(
  transport: Transport,
  position: FeedPosition | undefined,
  reading: FeedReading & { readonly quantity: StockQuantity },
  call: CallContext,
): Promise<StockPage> {
  const { quantity } = reading;
  const known = readPosition(position, quantity);
  const sweep = known.run?.sweep ?? (reading.full || sweepIsDue(known));
  try {
    return await readPage(transport, known, sweep, call);
  } catch (error) {
    // By the vendor's clock the position is too old: whatever changed is in a sweep too.
    if (sweep || !(error instanceof Refusal) || error.status !== 400) throw error;
    return await readPage(transport, { quantity }, true, call);
  }
}

async function readPage(
  transport: Transport,
  { from, sweptAt, quantity, run }: Position,
  sweep: boolean,
  call: CallContext,
): Promise<StockPage> {
  const filters = sweep || from === undefined ? [] : [['stockInfoChangedFrom', from] as const];
  const page = await readPageById(transport, articleList, filters, run?.articleSystemIdFrom, call);
  const firstDate = run?.firstDate ?? page.at;
  const next: Position =
    page.nextId === undefined
      ? { from: overlapped(firstDate), sweptAt: sweep ? firstDate : sweptAt, quantity }
      : {
          from,
          sweptAt,
          quantity,
          run: { sweep, articleSystemIdFrom: page.nextId, firstDate },
        };
  return {
    entries: stockLevels(page.entries, quantity, transport),
    position: next,
    more: page.nextId !== undefined,
    sweep,
  };
}

/** A position that can't be read any more, or of another figure, is as good as none. */
function readPosition(position: FeedPosition | undefined, quantity: StockQuantity): Position {
  const known = positionSchema.safeParse(position);
  return known.success && known.data.quantity === quantity ? known.data : { quantity };
}

function sweepIsDue({ from, sweptAt }: Position): boolean {
  const isOld = (instant: string | undefined): boolean =>
    instant === undefined || Date.now() - Date.parse(instant) > sweepAfterMs;
  return isOld(from) || isOld(sweptAt);
}
