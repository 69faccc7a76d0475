import type { ConnectionView } from '../../kit/settings/connection-view.ts';
import type { KeyPath } from '../../kit/settings/key-path.ts';
import type { OrderStatus } from '../contract/order-status.ts';
import { forbiddenToWrite } from '../orders/order-status.ts';
import { orders } from './orders.ts';
import { shipments } from './shipments.ts';

const pulledPath = ['orders', 'statuses'];
const cancelledPath = ['orders', 'cancelStatuses'];
const importedPath = ['orders', 'statusOnImport'];
const shippedPath = ['shipments', 'statusOnShipped'];

/** A status and where it stands: as the file has it, or the default. */
interface Placed {
  readonly path: KeyPath;
  readonly status: OrderStatus;
  readonly shown: string;
}

/** A status at 24SevenOffice has one meaning, and what we write doesn't come round as an order. */
export function checkOrderStatuses(view: ConnectionView): void {
  const pulled = placedList(view, pulledPath, orders.shape.statuses);
  const cancelled = placedList(view, cancelledPath, orders.shape.cancelStatuses);
  const imported = placed(view, importedPath, orders.shape.statusOnImport);
  const shipped = placed(view, shippedPath, shipments.shape.statusOnShipped);
  const holds = (list: readonly Placed[], { status }: Placed): boolean =>
    list.some((entry) => entry.status === status);

  for (const entry of pulled) {
    if (!holds(cancelled, entry)) continue;
    const path = view.written(pulledPath) ? entry.path : cancelledPath;
    view.complain(
      path,
      `${entry.shown} stands in orders.statuses and in orders.cancelStatuses; keep it in one`,
    );
  }
  for (const entry of [imported, shipped]) {
    if (entry === undefined) continue;
    if (forbiddenToWrite.includes(entry.status)) {
      view.complain(entry.path, `${entry.shown} is a status that is never written; choose another`);
    }
    if (holds(cancelled, entry)) {
      view.complain(
        entry.path,
        `${entry.shown} is in orders.cancelStatuses; the order would be cancelled at the warehouse`,
      );
    }
  }
  if (shipped === undefined) return;
  if (holds(pulled, shipped)) {
    view.complain(
      shipped.path,
      `${shipped.shown} is in orders.statuses; a shipped order would be taken again`,
    );
  }
  if (shipped.status === imported?.status) {
    view.complain(
      shipped.path,
      `${shipped.shown} is also orders.statusOnImport; an imported order would count as reported`,
    );
  }
}

function placed(
  view: ConnectionView,
  path: KeyPath,
  schema: typeof orders.shape.statusOnImport,
): Placed | undefined {
  const status = view.read(schema, path);
  if (status === undefined || status === null) return undefined;
  return { path, status, shown: view.written(path) ? view.shown(path) : status };
}

function placedList(
  view: ConnectionView,
  path: KeyPath,
  schema: typeof orders.shape.statuses,
): readonly Placed[] {
  if (!view.written(path)) {
    const statuses = view.read(schema, path) ?? [];
    return statuses.map((status) => ({ path, status, shown: status }));
  }
  return view
    .readEach(schema.unwrap().element, path)
    .map(({ path: at, value }) => ({ path: at, status: value, shown: view.shown(at) }));
}
