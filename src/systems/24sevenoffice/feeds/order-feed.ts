import type { Snapshot } from '../../../domain/snapshot.ts';
import type { CallContext } from '../../kit/call-context.ts';
import { requiredId } from '../registry/by-id.ts';
import type { Client } from '../soap/client.ts';
import { feedOf, wholeBytes } from './feed.ts';
import { getInvoices, type OrderSearch } from '../orders/order-requests.ts';
import { fullProperties, lightProperties } from '../return-properties.ts';
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
export function orderFeed(
  client: Client,
  { orders }: TwentyFourSevenOfficeSettings,
  snapshots: Snapshots,
) {
  const { since } = orders;
  const full = fullProperties(orders.extraFields);
  const isWanted = ({ source }: Listed): boolean => snapshots.isWanted(source.OrderStatus);

  /** Only an order that would be taken can be too old to be: the others are of orders that were. */
  const isTooOld = ({ standing, changedAt }: Snapshot): boolean =>
    since !== undefined && standing === 'pulled' && Date.parse(changedAt) < Date.parse(since);

  const told = (found: readonly Snapshot[]): ReadEntry<Snapshot>[] =>
    found
      .filter((snapshot) => !isTooOld(snapshot))
      .map((snapshot) => {
        const { id, changedAt, status, standing, hash, faults } = snapshot;
        const facts = [changedAt, status, standing, hash, faults];
        return { entry: snapshot, seen: seenAs(id, changedAt, facts) };
      });

  const readInFull = async (search: OrderSearch, call: CallContext, maxBytes?: number) => {
    const { value, at } = await client.call({ ...getInvoices(search, full), maxBytes }, call);
    const read = listed(value).map(({ id, source }) => snapshots.of(id, source, at, call));
    return { at, items: await Promise.all(read) };
  };

  return feedOf<Listed, Snapshot>({
    what: 'orders',
    since,
    idOf: ({ id }) => Number(id),

    changed: async (changedAfter, call) => {
      const { at, items } = await readInFull({ changedAfter }, call, wholeBytes);
      return { at, items: told(items) };
    },

    list: async ({ changedAfter, first }, call) => {
      const search = { changedAfter, statuses: first ? orders.statuses : undefined };
      const { value, at } = await client.call(getInvoices(search, lightProperties), call);
      return { at, items: listed(value) };
    },

    pageEnd: (all, from) => {
      let inFull = 0;
      const end = all.findIndex((order, index) => {
        if (index < from) return false;
        if (isWanted(order)) inFull += 1;
        return inFull > pageOrders || index - from >= pageEntries;
      });
      return end === -1 ? all.length : end;
    },

    read: async (page, call, listedAt) => {
      const ids = page.filter(isWanted).map(({ id }) => id);
      const others = page
        .filter((order) => !isWanted(order))
        .map(({ id, source }) => snapshots.lightOf(id, source, listedAt));
      if (ids.length === 0) return told(others);
      const { items } = await readInFull({ ids }, call);
      return told([...items, ...others]);
    },
  });
}

function listed(orders: readonly InvoiceOrder[]): Listed[] {
  return orders.map((source) => ({ id: requiredId(source.OrderId, 'GetInvoices'), source }));
}
