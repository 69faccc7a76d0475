import type { Instant } from '../../../domain/order.ts';
import { orderHash } from '../../../domain/order-hash.ts';
import type { Snapshot } from '../../../domain/snapshot.ts';
import type { CallContext } from '../../kit/call-context.ts';
import type { FolderCache, Folders } from '../folders/folders.ts';
import type { Locations } from '../inventory/locations.ts';
import type { LocationOf } from '../mapping/lines.ts';
import { mapOrder, numberOf } from '../mapping/order.ts';
import type { StoreOrder, UnreadableOrder } from '../schema/order.ts';
import type { OrderDeskSettings } from '../settings.ts';
import { sourceStateOf } from './source-state.ts';
import { systemName } from '../system-name.ts';
import { dayIn } from '../../kit/vendor-time.ts';
import { instantFrom } from '../vendor-time.ts';

/** Makes snapshots of orders that were read, with what is known of the store. */
export function snapshotsOf(settings: OrderDeskSettings, cache: FolderCache, locations: Locations) {
  /** @param readAt when they were read, by the vendor's clock */
  async function of(
    orders: readonly (StoreOrder | UnreadableOrder)[],
    readAt: Instant,
    call: CallContext,
  ): Promise<readonly Snapshot[]> {
    const folders = await cache.read(call);
    const goods = orders.flatMap((order) =>
      'unreadable' in order || !isMapped(order, folders) ? [] : [order],
    );
    const locationOf = await locations.of(goods, call);
    return orders.map((order) => snapshotOf(order, folders, settings, locationOf, readAt));
  }

  return { of };
}
export type Snapshots = ReturnType<typeof snapshotsOf>;

/**
 * One order as it was read. Its hash is of the mapped order only, so that our own notes, moves and
 * shipments change nothing.
 */
export function snapshotOf(
  source: StoreOrder | UnreadableOrder,
  folders: Folders,
  settings: OrderDeskSettings,
  locationOf: LocationOf,
  readAt: Instant,
): Snapshot {
  const { id, folder_id: folderId } = source;
  const status = folders.nameOf(folderId);
  const known = {
    id,
    readAt,
    status,
    standing: sourceStateOf(folderId, folders),
    hash: '',
    faults: [],
  };
  if ('unreadable' in source) {
    const fault = {
      field: 'Order',
      problem: `${systemName} gives it without a usable ${source.unreadable}.`,
      todo: `Save the order again in ${systemName}.`,
    };
    return { ...known, number: id, changedAt: readAt, faults: [fault] };
  }
  const whole = {
    ...known,
    number: numberOf(source, settings),
    // A missing time of change can't make the reading older than another one.
    changedAt: instantFrom(source.date_updated) ?? instantFrom(source.date_added) ?? readAt,
  };
  if (!isMapped(source, folders)) return whole;
  const result = mapOrder(source, settings, locationOf, dayIn(readAt, settings.timeZone));
  switch (result.kind) {
    case 'order':
      return { ...whole, order: result.order, hash: orderHash(result.order) };
    case 'faults':
      return { ...whole, faults: result.faults };
    case 'not for this warehouse':
      return {
        ...whole,
        standing: 'elsewhere',
        status: `${status}, with nothing for this warehouse`,
      };
  }
}

function isMapped(order: { readonly folder_id?: string | undefined }, folders: Folders): boolean {
  const standing = sourceStateOf(order.folder_id, folders);
  return standing === 'pulled' || standing === 'ours';
}
