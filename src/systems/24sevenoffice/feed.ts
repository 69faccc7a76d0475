import type { Instant } from '../../domain/order.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { Call } from '../call.ts';
import type { FeedPage, FeedPosition } from '../feed.ts';
import { isId } from './by-id.ts';
import type { Client } from './client.ts';
import { AnswerTooLarge } from './failures.ts';
import { type PagedRun, parsePosition, type Position } from './feed-position.ts';
import { type FeedWindow, nextWindow } from './feed-window.ts';
import { unreadable } from './errors.ts';
import { getInvoices } from './requests.ts';
import { fullProperties, lightProperties, type OrderProperties } from './return-properties.ts';
import type { InvoiceOrder } from './schema/invoice-order.ts';
import { Seen } from './seen.ts';
import type { TwentyFourSevenOfficeSettings } from './settings.ts';
import type { Snapshots } from './snapshot.ts';

/** Orders in full in one request. */
const pageOrders = 200;
/** Orders in one page in all, with those that are told by their status only. */
const pageEntries = 2_000;
/** About 1,000 orders: parsing more at once would hold up everything else in the process. */
const wholeBytes = 1024 * 1024;

/** An order with its id, which every answer must have. */
interface Listed {
  readonly id: string;
  readonly source: InvoiceOrder;
}

/** The ids of a paged run, kept between its pages. */
interface Listing {
  readonly of: string;
  readonly at: Instant;
  readonly orders: readonly Listed[];
}

/**
 * The orders that changed. A usual window is one request, also when nothing changed. A long one, and
 * a first run, list what there is and then read the orders by id in pages: the vendor warns that
 * large answers time out.
 */
export class Feed {
  readonly #client: Client;
  readonly #settings: TwentyFourSevenOfficeSettings;
  readonly #snapshots: Snapshots;
  readonly #full: OrderProperties;
  #listing: Listing | undefined;
  #aheadMs = 0;

  constructor(client: Client, settings: TwentyFourSevenOfficeSettings, snapshots: Snapshots) {
    this.#client = client;
    this.#settings = settings;
    this.#snapshots = snapshots;
    this.#full = fullProperties(settings.orders.extraFields);
  }

  /** The next page. */
  async page(stored: FeedPosition | undefined, call: Call): Promise<FeedPage<Snapshot>> {
    const position = parsePosition(stored);
    if (position.run !== undefined) return await this.#pageOf(position, position.run, call);
    const { since } = this.#settings.orders;
    const window = nextWindow(position, since, Date.now() + this.#aheadMs);
    if (window.whole && window.changedAfter !== undefined) {
      try {
        return await this.#whole(position, window, window.changedAfter, call);
      } catch (error) {
        if (!(error instanceof AnswerTooLarge)) throw error;
      }
    }
    return await this.#pageOf(position, { ...window, startedAt: undefined, afterId: 0 }, call);
  }

  async #whole(
    position: Position,
    { wide }: FeedWindow,
    changedAfter: Instant,
    call: Call,
  ): Promise<FeedPage<Snapshot>> {
    const request = { ...getInvoices({ changedAfter }, this.#full), maxBytes: wholeBytes };
    const { value, at } = await this.#client.call(request, call);
    this.#learnClock(at);
    const read = await Promise.all(
      listed(value.GetInvoicesResult).map(
        async ({ id, source }) => await this.#snapshots.of(id, source, at, call),
      ),
    );
    return this.#handOut(position, read, { startedAt: at, wide }, undefined);
  }

  async #pageOf(
    position: Position,
    run: Omit<PagedRun, 'startedAt'> & { readonly startedAt: Instant | undefined },
    call: Call,
  ): Promise<FeedPage<Snapshot>> {
    const listing = await this.#list(run, call);
    const startedAt = run.startedAt ?? listing.at;
    const left = listing.orders.filter(({ id }) => Number(id) > run.afterId);
    const page = this.#firstPage(left);
    const last = page.at(-1);
    const more = page.length < left.length && last !== undefined;
    const read = await this.#readPage(page, listing.at, call);
    const { changedAfter, first, wide } = run;
    if (!more) {
      this.#listing = undefined;
      return this.#handOut(position, read, { startedAt, wide }, undefined);
    }
    this.#listing = { ...listing, of: startedAt };
    return this.#handOut(
      position,
      read,
      { startedAt, wide },
      {
        startedAt,
        ...(changedAfter === undefined ? {} : { changedAfter }),
        first,
        wide,
        afterId: Number(last.id),
      },
    );
  }

  async #list(
    run: Omit<PagedRun, 'startedAt'> & { readonly startedAt: Instant | undefined },
    call: Call,
  ): Promise<Listing> {
    if (run.startedAt !== undefined && this.#listing?.of === run.startedAt) return this.#listing;
    const search = {
      ...(run.changedAfter === undefined ? {} : { changedAfter: run.changedAfter }),
      ...(run.first ? { statuses: this.#settings.orders.statuses } : {}),
    };
    const { value, at } = await this.#client.call(getInvoices(search, lightProperties), call);
    this.#learnClock(at);
    const orders = listed(value.GetInvoicesResult).sort((a, b) => Number(a.id) - Number(b.id));
    return { of: run.startedAt ?? at, at, orders };
  }

  #firstPage(left: readonly Listed[]): readonly Listed[] {
    let inFull = 0;
    const end = left.findIndex(({ source }, index) => {
      if (this.#snapshots.isWanted(source.OrderStatus)) inFull += 1;
      return inFull > pageOrders || index >= pageEntries;
    });
    return end === -1 ? left : left.slice(0, end);
  }

  async #readPage(page: readonly Listed[], listedAt: Instant, call: Call): Promise<Snapshot[]> {
    const wanted = page.filter(({ source }) => this.#snapshots.isWanted(source.OrderStatus));
    const others = page.filter(({ source }) => !this.#snapshots.isWanted(source.OrderStatus));
    const told = others.map(({ id, source }) => this.#snapshots.lightOf(id, source, listedAt));
    if (wanted.length === 0) return told;
    const ids = wanted.map(({ id }) => id);
    const { value, at } = await this.#client.call(getInvoices({ ids }, this.#full), call);
    const read = await Promise.all(
      listed(value.GetInvoicesResult).map(
        async ({ id, source }) => await this.#snapshots.of(id, source, at, call),
      ),
    );
    return [...read, ...told];
  }

  #handOut(
    position: Position,
    read: readonly Snapshot[],
    { startedAt, wide }: { readonly startedAt: Instant; readonly wide: boolean },
    run: PagedRun | undefined,
  ): FeedPage<Snapshot> {
    const seen = new Seen(position.seen);
    const entries = seen.fresh(read.filter((snapshot) => !this.#isTooOld(snapshot)));
    const next: Position =
      run === undefined
        ? { version: 1, cursor: startedAt, seen: seen.after(startedAt) }
        : { ...position, seen: seen.after(startedAt), run };
    const wideAt = run === undefined && wide ? startedAt : position.wideAt;
    return {
      entries,
      position: wideAt === undefined ? next : { ...next, wideAt },
      more: run !== undefined,
    };
  }

  /** Only an order that would be taken can be too old to be: the others are of orders that were. */
  #isTooOld({ standing, changedAt }: Snapshot): boolean {
    const { since } = this.#settings.orders;
    return (
      since !== undefined && standing === 'pulled' && Date.parse(changedAt) < Date.parse(since)
    );
  }

  #learnClock(at: Instant): void {
    this.#aheadMs = Date.parse(at) - Date.now();
  }
}

/** Orders with their ids. They are asked for, so that an order without one breaks the contract. */
function listed(orders: readonly InvoiceOrder[]): Listed[] {
  return orders.map((source) => {
    const id = source.OrderId;
    if (!isId(id)) throw unreadable({ operation: 'GetInvoices', writes: false });
    return { id, source };
  });
}
