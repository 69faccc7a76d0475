import type { ConnectionView } from '../../kit/settings/connection-view.ts';
import { warehouse } from './warehouse.ts';

const { api, goodsOwnerId, url } = warehouse.shape;

/** Ongoing's SOAP API names the goods owner by its code. */
export function checkGoodsOwnerCode(view: ConnectionView): void {
  const path = ['warehouse', 'goodsOwnerCode'];
  if (view.read(api, ['warehouse', 'api']) !== 'soap' || view.written(path)) return;
  view.complain(path, 'is missing; api: soap needs the goods owner’s code, for example NORDLYS');
}

/**
 * A goods owner belongs to one connection: order numbers of two sources would meet there, and each
 * would take the other's order for its own.
 */
export function checkGoodsOwners(views: readonly ConnectionView[]): void {
  const owners = new Map<string, ConnectionView>();
  for (const view of views) {
    const address = view.read(url, ['warehouse', 'url']);
    const id = view.read(goodsOwnerId, ['warehouse', 'goodsOwnerId']);
    if (address === undefined || id === undefined) continue;
    const key = `${address.toLowerCase()} ${id}`;
    const earlier = owners.get(key);
    if (earlier === undefined) {
      owners.set(key, view);
      continue;
    }
    const path = ['warehouse', 'goodsOwnerId'];
    view.complain(
      path,
      `goods owner ${view.shown(path)} of this warehouse already belongs to connection ${earlier.id}; their order numbers would collide`,
    );
  }
}
