import type { Instant } from '../../../domain/order.ts';
import type { Snapshot } from '../../../domain/snapshot.ts';
import type { CallContext } from '../../kit/call-context.ts';
import { requiredId } from '../registry/by-id.ts';
import type { Client } from '../soap/client.ts';
import { type Answered, Feed, type FeedSubject, type ListSearch, wholeBytes } from './feed.ts';
import { getInvoices } from '../orders/order-requests.ts';
import { fullProperties, lightProperties, type OrderProperties } from '../return-properties.ts';
import type { InvoiceOrder } from '../schema/invoice-order.ts';
import { type ReadEntry, seenAs } from '../../kit/feeds/seen.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';
import type { Snapshots } from '../orders/snapshot.ts';

/** Orders in full in one request. */
const pageOrders = 200;
/** Orders in one page in all, with those that are told by their status only. */
const pageEntries = 2_000;

/** An order with its id, which every answer must have. */
interface Listed {
  readonly id: string;
  readonly source: InvoiceOrder;
}

/** The feed of orders that changed. */
export const orderFeed = (
  client: Client,
  settings: TwentyFourSevenOfficeSettings,
  snapshots: Snapshots,
): Feed<Listed, Snapshot> => new Feed(new ChangedOrders(client, settings, snapshots));

class ChangedOrders implements FeedSubject<Listed, Snapshot> {
  readonly what = 'orders';
  readonly since?: Instant;
  readonly #client: Client;
  readonly #settings: TwentyFourSevenOfficeSettings;
  readonly #snapshots: Snapshots;
  readonly #full: OrderProperties;

  constructor(client: Client, settings: TwentyFourSevenOfficeSettings, snapshots: Snapshots) {
    this.#client = client;
    this.#settings = settings;
    this.#snapshots = snapshots;
    this.#full = fullProperties(settings.orders.extraFields);
    if (settings.orders.since !== undefined) this.since = settings.orders.since;
  }

  idOf({ id }: Listed): number {
    return Number(id);
  }

  async changed(changedAfter: Instant, call: CallContext): Promise<Answered<ReadEntry<Snapshot>>> {
    const request = { ...getInvoices({ changedAfter }, this.#full), maxBytes: wholeBytes };
    const { value, at } = await this.#client.call(request, call);
    return { at, items: this.#told(await this.#snapshotsOf(value, at, call)) };
  }

  async list({ changedAfter, first }: ListSearch, call: CallContext): Promise<Answered<Listed>> {
    const search = {
      ...(changedAfter === undefined ? {} : { changedAfter }),
      ...(first ? { statuses: this.#settings.orders.statuses } : {}),
    };
    const { value, at } = await this.#client.call(getInvoices(search, lightProperties), call);
    return { at, items: listed(value) };
  }

  pageEnd(orders: readonly Listed[], from: number): number {
    let inFull = 0;
    const end = orders.findIndex(({ source }, index) => {
      if (index < from) return false;
      if (this.#snapshots.isWanted(source.OrderStatus)) inFull += 1;
      return inFull > pageOrders || index - from >= pageEntries;
    });
    return end === -1 ? orders.length : end;
  }

  async read(
    page: readonly Listed[],
    call: CallContext,
    listedAt: Instant,
  ): Promise<readonly ReadEntry<Snapshot>[]> {
    const wanted = page.filter(({ source }) => this.#snapshots.isWanted(source.OrderStatus));
    const others = page.filter(({ source }) => !this.#snapshots.isWanted(source.OrderStatus));
    const told = others.map(({ id, source }) => this.#snapshots.lightOf(id, source, listedAt));
    if (wanted.length === 0) return this.#told(told);
    const ids = wanted.map(({ id }) => id);
    const { value, at } = await this.#client.call(getInvoices({ ids }, this.#full), call);
    return this.#told([...(await this.#snapshotsOf(value, at, call)), ...told]);
  }

  async #snapshotsOf(
    orders: readonly InvoiceOrder[],
    at: Instant,
    call: CallContext,
  ): Promise<Snapshot[]> {
    return await Promise.all(
      listed(orders).map(async ({ id, source }) => await this.#snapshots.of(id, source, at, call)),
    );
  }

  #told(snapshots: readonly Snapshot[]): ReadEntry<Snapshot>[] {
    return snapshots
      .filter((snapshot) => !this.#isTooOld(snapshot))
      .map((snapshot) => {
        const { id, changedAt, status, standing, hash, faults } = snapshot;
        const facts = [changedAt, status, standing, hash, faults];
        return { entry: snapshot, seen: seenAs(id, changedAt, facts) };
      });
  }

  /** Only an order that would be taken can be too old to be: the others are of orders that were. */
  #isTooOld({ standing, changedAt }: Snapshot): boolean {
    const { since } = this;
    return (
      since !== undefined && standing === 'pulled' && Date.parse(changedAt) < Date.parse(since)
    );
  }
}

function listed(orders: readonly InvoiceOrder[]): Listed[] {
  return orders.map((source) => ({ id: requiredId(source.OrderId, 'GetInvoices'), source }));
}
