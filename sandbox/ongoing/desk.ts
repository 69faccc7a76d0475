import type { GoodsOwner, OngoingAccount, OngoingOptions } from './options.ts';
import { Refusal } from '../rest/refusal.ts';
import type { OngoingStore } from './store.ts';
import type { StoredArticle, StoredOrder } from './stored.ts';

/** What the handling of one request needs: the warehouse, and on whose behalf the caller speaks. */
export interface Desk {
  readonly options: OngoingOptions;
  readonly store: OngoingStore;
  readonly account: OngoingAccount;
}

interface Owned {
  readonly goodsOwnerId: number;
}

const ownerOf = (desk: Desk, { goodsOwnerId }: Owned): GoodsOwner | undefined =>
  desk.account.goodsOwners.find((owner) => owner.id === goodsOwnerId);

/** The goods owner of an order or an article, as it is shown with it. */
export const goodsOwnerView = (desk: Desk, owned: Owned) => ({
  id: owned.goodsOwnerId,
  name: ownerOf(desk, owned)?.name ?? null,
});

/** Refuses a goods owner that the caller's user doesn't reach. */
export function goodsOwnerOf(desk: Desk, goodsOwnerId: number): number {
  if (ownerOf(desk, { goodsOwnerId }) === undefined)
    throw new Refusal(403, `The user has no access to goods owner ${goodsOwnerId}.`);
  return goodsOwnerId;
}

/** The order with an id, if the caller may see it. */
export function orderOf(desk: Desk, orderId: number): StoredOrder {
  const order = desk.store.orderById(orderId);
  if (order === undefined || ownerOf(desk, order) === undefined)
    throw new Refusal(404, `There is no order with order ID '${orderId}'.`);
  return order;
}

/** The article with an id, if the caller may see it. */
export function articleOf(desk: Desk, articleSystemId: number): StoredArticle {
  const article = desk.store.articleById(articleSystemId);
  if (article === undefined || ownerOf(desk, article) === undefined)
    throw new Refusal(404, `There is no article with article system ID '${articleSystemId}'.`);
  return article;
}
