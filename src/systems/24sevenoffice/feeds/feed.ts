import type { Instant } from '../../../domain/order.ts';
import type { CallContext } from '../../kit/call-context.ts';
import type { FeedPage, FeedPosition } from '../../kit/feeds/feed-page.ts';
import { afterRun } from '../../kit/feeds/position.ts';
import { AnswerTooLarge } from '../../kit/errors/failures.ts';
import { type PagedRun, parsePosition, type Position, start } from './feed-position.ts';
import { nextWindow, rememberedMs } from './feed-window.ts';
import { type ReadEntry, Seen } from '../../kit/feeds/seen.ts';

/** The largest answer to a usual window, in bytes: parsing more at once would hold up the process. */
export const wholeBytes = 1024 * 1024;

/** What was read in one request, and the vendor's clock then. */
export interface Answered<Item> {
  readonly at: Instant;
  readonly items: readonly Item[];
}

/** What a listing is of. */
export interface ListSearch {
  readonly changedAfter?: Instant;
  /** All there is, as far as it is wanted. */
  readonly first: boolean;
}

/** What a feed hands out, and how it is read. */
export interface FeedSubject<Listed, Entry> {
  /** As people call the entries: `orders`. */
  readonly what: string;
  /** What changed before isn't taken: where a first run begins. */
  readonly since?: Instant;
  /** One request for all that changed. Throws `AnswerTooLarge` beyond `wholeBytes`. */
  changed(changedAfter: Instant, call: CallContext): Promise<Answered<ReadEntry<Entry>>>;
  /** What there is to read, compactly: it is kept between the pages of a run. */
  list(search: ListSearch, call: CallContext): Promise<Answered<Listed>>;
  idOf(listed: Listed): number;
  /** Where the page ends that begins at `from` (exclusive). */
  pageEnd(listed: readonly Listed[], from: number): number;
  read(
    page: readonly Listed[],
    call: CallContext,
    listedAt: Instant,
  ): Promise<readonly ReadEntry<Entry>[]>;
}

/** A listing by id, kept between the pages of the run that it belongs to. */
interface Listing<Listed> extends Answered<Listed> {
  readonly of: string;
}

/** A paged run; one that begins now has no start yet. */
type Run = Omit<PagedRun, 'startedAt'> & { readonly startedAt: Instant | undefined };

/**
 * What changed at 24SevenOffice, whose answers have no pages. A usual window is one request, also when
 * nothing changed. A long one, and one of everything, lists what there is and then reads it by id in
 * pages: the vendor warns that large answers time out.
 */
export function feedOf<Listed, Entry>(subject: FeedSubject<Listed, Entry>) {
  let kept: Listing<Listed> | undefined;
  let aheadMs = 0;
  const learnClock = (at: Instant): void => {
    aheadMs = Date.parse(at) - Date.now();
  };

  /**
   * The next page.
   * @param full a run that begins takes everything, also what was handed out before
   */
  async function page(
    stored: FeedPosition | undefined,
    call: CallContext,
    full = false,
  ): Promise<FeedPage<Entry>> {
    const before = parsePosition(stored, subject.what);
    if (before.run !== undefined) return await pageOf(before, before.run, call);
    const position: Position = full ? start : before;
    const window = nextWindow(position, subject.since, Date.now() + aheadMs);
    if (window.whole && window.changedAfter !== undefined) {
      try {
        const { at, items } = await subject.changed(window.changedAfter, call);
        learnClock(at);
        return complete(position, items, { startedAt: at, wide: window.wide });
      } catch (error) {
        if (!(error instanceof AnswerTooLarge)) throw error;
      }
    }
    return await pageOf(position, { ...window, startedAt: undefined, afterId: 0 }, call);
  }

  async function pageOf(position: Position, run: Run, call: CallContext): Promise<FeedPage<Entry>> {
    const listing = await list(run, call);
    const { items } = listing;
    const { changedAfter, first, wide, startedAt = listing.at } = run;
    const next = items.findIndex((item) => subject.idOf(item) > run.afterId);
    const from = next === -1 ? items.length : next;
    const end = subject.pageEnd(items, from);
    const listed = items.slice(from, end);
    const read = listed.length === 0 ? [] : await subject.read(listed, call, listing.at);
    const progress = { done: end, of: items.length };
    const last = listed.at(-1);
    if (end >= items.length || last === undefined) {
      kept = undefined;
      return { ...complete(position, read, { startedAt, wide }), progress };
    }
    const after: PagedRun = { startedAt, changedAfter, first, wide, afterId: subject.idOf(last) };
    kept = { ...listing, of: runKey(after) };
    const seen = new Seen(position.seen, rememberedMs);
    const entries = seen.fresh(read);
    return {
      entries,
      position: { ...position, seen: seen.after(startedAt), run: after },
      more: true,
      progress,
    };
  }

  async function list(run: Run, call: CallContext): Promise<Listing<Listed>> {
    const of = runKey(run);
    if (run.startedAt !== undefined && kept?.of === of) return kept;
    const { at, items } = await subject.list(run, call);
    learnClock(at);
    return { of, at, items: items.toSorted((a, b) => subject.idOf(a) - subject.idOf(b)) };
  }

  return page;
}

/** The last page of a run, or its only one: the cursor moves to where the run began. */
function complete<Entry>(
  position: Position,
  read: readonly ReadEntry<Entry>[],
  run: Pick<PagedRun, 'startedAt' | 'wide'>,
): FeedPage<Entry> {
  const seen = new Seen(position.seen, rememberedMs);
  const entries = seen.fresh(read);
  const next = afterRun(position, run, seen.after(run.startedAt));
  return { entries, position: next, more: false };
}

/** Which run a listing belongs to: two may begin within the same second. */
const runKey = ({ startedAt, changedAfter, first }: Run): string =>
  JSON.stringify([startedAt, changedAfter, first]);
