import { Decimal } from 'decimal.js';

import type { OngoingStore } from './store.ts';
import { isAllocated, isCancelled, isPicked, isShipped } from './statuses.ts';
import type { StoredArticle, StoredOrder } from './stored.ts';

/** What the orders of a goods owner claim of these articles, by article number. */
export function claimsOf(
  store: OngoingStore,
  goodsOwnerId: number,
  articles: readonly StoredArticle[],
): ReadonlyMap<string, Claim> {
  const claims = new Map(articles.map((article) => [article.articleNumber, noClaim()]));
  for (const order of store.ordersOf(goodsOwnerId)) {
    if (isCancelled(order.status) || isShipped(order.status)) continue;
    for (const line of order.lines) {
      const claim = claims.get(line.articleNumber);
      if (claim === undefined) continue;
      if (isPicked(order.status)) {
        if (line.picked) claim.pickedToBeCollected = claim.pickedToBeCollected.plus(line.quantity);
      } else {
        claim.booked = claim.booked.plus(line.quantity);
        if (isAllocated(order.status)) claim.allocated = claim.allocated.plus(line.quantity);
      }
    }
  }
  return claims;
}

/** What orders claim of one article. */
export type Claim = ReturnType<typeof noClaim>;

export const noClaim = () => ({
  booked: new Decimal(0),
  allocated: new Decimal(0),
  pickedToBeCollected: new Decimal(0),
});

/** Marks the stock figures of an order's articles as changed. */
export function touchStock(store: OngoingStore, order: StoredOrder, now: number): void {
  for (const line of order.lines) {
    const article = store.articleByNumber(order.goodsOwnerId, line.articleNumber);
    if (article !== undefined) article.stockChangedAt = now;
  }
}

/** Takes the picked goods off the shelves. There is never less than nothing on a shelf. */
export function takeFromShelves(store: OngoingStore, order: StoredOrder): void {
  for (const line of order.lines) {
    const article = store.articleByNumber(order.goodsOwnerId, line.articleNumber);
    if (article === undefined || !line.picked) continue;
    const left = new Decimal(article.numberOfItems).minus(line.quantity);
    article.numberOfItems = (left.isNegative() ? new Decimal(0) : left).toFixed();
  }
}
