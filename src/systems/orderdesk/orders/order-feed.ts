import type { Instant } from '../../../domain/order.ts';
import type { Snapshot } from '../../../domain/snapshot.ts';
import type { CallContext } from '../../kit/call-context.ts';
import type { FeedPage, FeedPosition } from '../../kit/feeds/feed-page.ts';
import { afterRun, isWide } from '../../kit/feeds/position.ts';
import { Seen, seenAs } from '../../kit/feeds/seen.ts';
import type { Client } from '../rest/client.ts';
import { parsePosition, type Position, type Run } from './feed-position.ts';
import type { FolderCache, Folders } from '../folders/folders.ts';
import { filtersOf, nextList, rememberedMs } from './order-lists.ts';
import { orderList } from '../schema/answers.ts';
import type { Snapshots } from './snapshot.ts';
import type { Whereabouts } from '../folders/whereabouts.ts';

/** Orders in one request. The vendor gives 500; so many would hold up the process while they are parsed. */
const pageOrders = 200;
/** How far a page reaches back over the one before, to see that no order slipped between them. */
const overlap = 20;

/**
 * The feed of orders. The vendor has neither cursor nor "since id", only offsets, and orders leave a
 * folder while it is read (we move them ourselves). So lists are read by ascending id, and each page
 * overlaps the one before: where it begins with an order that wasn't read yet, orders before it have
 * left, and the page is read again from further back.
 */
export function orderFeed(
  client: Client,
  cache: FolderCache,
  snapshots: Snapshots,
  whereabouts: Whereabouts,
) {
  let aheadMs = 0;

  /** The next page. */
  async function page(
    stored: FeedPosition | undefined,
    call: CallContext,
  ): Promise<FeedPage<Snapshot>> {
    const position = parsePosition(stored);
    const folders = await cache.read(call);
    const run = position.run ?? begin(position);
    const filters = filtersOf(run, position, folders) ?? {};
    const { orders, offset, isLast, at } = await readOn(run, filters, call);
    aheadMs = Date.parse(at) - Date.now();
    const startedAt = position.run === undefined ? at : run.startedAt;
    for (const order of orders) whereabouts.note(order.id, order.folder_id);
    const read = await snapshots.of(orders, at, call);
    const seen = new Seen(position.seen, rememberedMs);
    const entries = seen.fresh(read.map((entry) => ({ entry, seen: asSeen(entry, startedAt) })));
    const known = { ...position, seen: seen.after(startedAt) };
    const lastId = largestId([...orders.map(({ id }) => id), run.lastId]);
    const next: Run = { ...run, startedAt, offset, lastId };
    return isLast
      ? finishList(known, next, folders, entries)
      : { entries, more: true, position: { ...known, run: next } };
  }

  function begin(position: Position): Run {
    const vendorNowMs = Date.now() + aheadMs;
    return {
      startedAt: new Date(vendorNowMs).toISOString(),
      wide: isWide(position, vendorNowMs),
      list: 'folders',
      offset: 0,
    };
  }

  /** The orders of a list after those that the run has read, and how many of the list are read then. */
  async function readOn(run: Run, filters: Readonly<Record<string, string>>, call: CallContext) {
    let from = Math.max(0, run.offset - overlap);
    for (;;) {
      const { value, at } = await client.call(call, {
        operation: 'GET /orders',
        query: {
          ...filters,
          order_by: 'id',
          order: 'ASC',
          limit: String(pageOrders),
          offset: String(from),
        },
        schema: orderList,
      });
      const { orders } = value;
      const first = orders[0];
      const isGap = from > 0 && (first === undefined || !isAtMost(first.id, run.lastId));
      if (!isGap) {
        const unread = orders.filter(({ id }) => !isAtMost(id, run.lastId));
        // A server that ignored the offset would give the same full page for ever.
        const isLast = orders.length < pageOrders || unread.length === 0;
        return { at, orders: unread, offset: from + orders.length, isLast };
      }
      from = Math.max(0, from - (pageOrders - overlap));
    }
  }

  return { page };
}

/** The run goes on with its next list, or is complete: then the cursor moves to where it began. */
function finishList(
  position: Position,
  run: Run,
  folders: Folders,
  entries: readonly Snapshot[],
): FeedPage<Snapshot> {
  const { startedAt, wide } = run;
  for (let list = nextList[run.list]; list !== undefined; list = nextList[list]) {
    const next: Run = { startedAt, wide, list, offset: 0 };
    if (filtersOf(next, position, folders) === undefined) continue;
    return { entries, more: true, position: { ...position, run: next } };
  }
  return { entries, more: false, position: afterRun(position, run, position.seen) };
}

/**
 * Times of change don't count: an order that stays in its folder is read by every run, and one that
 * comes back because of our own notes and moves hasn't changed.
 */
const asSeen = ({ id, number, status, standing, hash, faults }: Snapshot, startedAt: Instant) =>
  seenAs(id, startedAt, [number, status, standing, hash, faults]);

/** Ids are numbers beyond 32 bits. */
const isAtMost = (id: string, other: string | undefined): boolean =>
  other !== undefined && BigInt(id) <= BigInt(other);

const largestId = (ids: readonly (string | undefined)[]): string | undefined =>
  ids.reduce(
    (largest, id) => (id !== undefined && !isAtMost(id, largest) ? id : largest),
    undefined,
  );
