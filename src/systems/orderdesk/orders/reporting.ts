import type { Instant, OrderReference } from '../../../domain/order.ts';
import type { Shipment } from '../../../domain/shipment.ts';
import type { MarkOutcome, ReportOutcome } from '../../../domain/source-outcome.ts';
import type { SystemFailure } from '../../../domain/system-failure.ts';
import type { CallContext } from '../../kit/call-context.ts';
import type { FolderMoves } from '../folders/folder-moves.ts';
import type { FolderCache, Folders } from '../folders/folders.ts';
import type { Orders } from './orders.ts';
import type { StoreOrder } from '../schema/order.ts';
import type { OrderDeskSettings } from '../settings.ts';
import {
  type NewShipment,
  newShipment,
  type ShipmentWriter,
  withoutTracking,
} from './shipment-writer.ts';
import { sourceStateOf } from './source-state.ts';
import { errors } from '../rest/errors.ts';
import { systemName } from '../system-name.ts';
import { presentable } from '../../kit/words/vendor-words.ts';
import { waitsUntil } from './waiting-for-tracking.ts';
import type { Whereabouts } from '../folders/whereabouts.ts';

/** What reporting writes with. */
interface Desk {
  readonly orders: Orders;
  readonly folders: FolderCache;
  readonly moves: FolderMoves;
  readonly shipments: ShipmentWriter;
  readonly whereabouts: Whereabouts;
}

/**
 * Tells Order Desk how an order fares: by its folder, and by shipments. Each write is guarded by a
 * reading, and an order that a person has moved on isn't moved back.
 */
export function reportingOf({ shipments: settings }: OrderDeskSettings, desk: Desk) {
  /** Moves the order to `orders.afterImport`. */
  async function markImported(order: OrderReference, call: CallContext): Promise<MarkOutcome> {
    const folders = await desk.folders.read(call);
    const { afterImport } = folders;
    if (afterImport === undefined) return { kind: 'not wanted' };
    const lately = call.answerMayBeLost ? undefined : desk.whereabouts.lately(order.id);
    const now =
      lately === undefined ? await desk.orders.folderOf(order, call) : { folderId: lately };
    if (now === undefined) return { kind: 'gone' };
    const status = folders.nameOf(now.folderId);
    const mayLeave = [...folders.pulled, ...present(folders.onError)];
    if (now.folderId === afterImport || now.folderId === folders.afterShipment) {
      return { kind: 'already', status };
    }
    if (!includes(mayLeave, now.folderId)) return { kind: 'moved on', status };
    const outcome = await desk.moves.move(order, afterImport, mayLeave, call);
    return outcome.kind === 'moved'
      ? { kind: 'marked', status: folders.nameOf(afterImport) }
      : { kind: 'moved on', status: folders.nameOf(outcome.folderId) };
  }

  /**
   * Adds a shipment for each tracking number that the order doesn't have yet, and moves the order to
   * `shipments.afterShipment`. Shipments are also added where a person has moved the order: the goods
   * have left all the same. Only the folder is then left as it is.
   */
  async function reportShipment(
    order: OrderReference,
    shipment: Shipment,
    seenShippedAt: Instant,
    call: CallContext,
  ): Promise<ReportOutcome> {
    const until = waitsUntil(shipment, seenShippedAt, settings, Date.now());
    if (until !== undefined) return { kind: 'wait', until };
    const folders = await desk.folders.read(call);
    const now = await desk.orders.whole(order, call);
    if (now === undefined) return { kind: 'gone' };
    const missing = missingShipments(now, shipment);
    await add(order, missing, call);
    const moved = await moveOn(order, now.folder_id, folders, call);
    const status = folders.nameOf(moved.folderId);
    if (missing.length === 0 && !moved.isMoved && !call.answerMayBeLost) {
      return { kind: 'already', status };
    }
    const followUntil = Date.parse(seenShippedAt) + settings.followUp;
    return followUntil > Date.now()
      ? { kind: 'reported', status, followUntil: new Date(followUntil).toISOString() }
      : { kind: 'reported', status };
  }

  async function add(
    order: OrderReference,
    missing: readonly NewShipment[],
    call: CallContext,
  ): Promise<void> {
    const results = await Promise.allSettled(
      missing.map(async (shipment) => await desk.shipments.add(shipment, call)),
    );
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    const refused = results.flatMap((result, index) =>
      result.status === 'fulfilled' && result.value.kind === 'not added'
        ? [{ number: missing[index]?.tracking_number ?? '', words: result.value.words }]
        : [],
    );
    if (refused.length === 0) return;
    // "Shipment Not Added" is what the vendor says of one that is there already, among other things.
    const held = trackingOf(await desk.orders.whole(order, call));
    const stillMissing = refused.find(({ number }) => !held.has(plain(number)));
    if (stillMissing !== undefined) throw notAdded(order, stillMissing.words);
  }

  async function moveOn(
    order: OrderReference,
    folderId: string | undefined,
    folders: Folders,
    call: CallContext,
  ): Promise<{ readonly isMoved: boolean; readonly folderId: string | undefined }> {
    const { afterShipment } = folders;
    const mayLeave = [
      ...folders.pulled,
      ...present(folders.afterImport),
      ...present(folders.onError),
    ];
    const isOpen = sourceStateOf(folderId, folders) !== 'cancelled' && includes(mayLeave, folderId);
    if (afterShipment === undefined || folderId === afterShipment || !isOpen) {
      return { isMoved: false, folderId };
    }
    const outcome = await desk.moves.move(order, afterShipment, mayLeave, call);
    return outcome.kind === 'moved'
      ? { isMoved: true, folderId: afterShipment }
      : { isMoved: false, folderId: outcome.folderId };
  }

  return { markImported, reportShipment };
}

/** The shipments that the order should have and hasn't. Any shipment counts as one without tracking. */
function missingShipments(now: StoreOrder, { tracking, carrier }: Shipment): NewShipment[] {
  const held = trackingOf(now);
  if (tracking.length === 0) return held.size > 0 ? [] : [newShipment(now.id, undefined, carrier)];
  return tracking
    .filter(({ number }) => !held.has(plain(number)))
    .map((one) => newShipment(now.id, one, carrier));
}

const trackingOf = (order: StoreOrder | undefined): ReadonlySet<string> =>
  new Set(
    (order?.order_shipments ?? []).map(({ tracking_number: number }) =>
      plain(number ?? withoutTracking),
    ),
  );

const plain = (number: string): string => number.replace(/\s+/g, '').toLowerCase();

const includes = (folders: readonly string[], folderId: string | undefined): boolean =>
  folderId !== undefined && folders.includes(folderId);

const present = (folderId: string | undefined): string[] =>
  folderId === undefined ? [] : [folderId];

function notAdded({ number }: OrderReference, said: string): SystemFailure {
  const problem = `${systemName} didn’t add a shipment: “${presentable(said)}”.`;
  return errors.attention(`Order ${number}: ${problem}`, {
    field: 'Shipment',
    problem,
    todo: `Add the shipment in ${systemName} by hand; \`report\` then goes on.`,
  });
}
