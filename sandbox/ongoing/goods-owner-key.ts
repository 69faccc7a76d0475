import type { SandboxRequest } from '../vendor.ts';
import { routeOf } from './routes.ts';
import type { OngoingStore } from './store.ts';

/**
 * The goods owner that a request is about, as the key under which simultaneous requests are counted:
 * the vendor asks for one call at a time within it. Undefined where the request names none.
 */
export function goodsOwnerKey(store: OngoingStore, request: SandboxRequest): string | undefined {
  const route = routeOf(request);
  const owner =
    request.query.get('goodsOwnerId') ??
    /"goodsOwnerId"\s*:\s*(\d+)/.exec(request.body)?.[1] ??
    store.orderById(route.id)?.goodsOwnerId ??
    store.articleById(route.id)?.goodsOwnerId;
  return owner === undefined ? undefined : `${route.warehouse}/${owner}`;
}
