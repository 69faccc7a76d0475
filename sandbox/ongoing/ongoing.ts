import { answer, goodsOwnerKey, operationNames, routeOf } from './answer.ts';
import type { Departure } from './at-the-warehouse.ts';
import { addForeignOrder, addWaybill, setStatus, ship } from './at-the-warehouse.ts';
import { ongoingFaultKinds, ongoingFaultReply } from './fault-replies.ts';
import type { OngoingOptions } from './options.ts';
import { defaultOngoingOptions } from './options.ts';
import { moveOrder } from './orders/order-status.ts';
import { storeArticle } from './put-article.ts';
import type { SandboxVendor } from '../vendor.ts';
import { cancelledStatus, collectedStatus } from './statuses.ts';
import { OngoingStore } from './store.ts';
import type { StoredArticle, StoredOrder } from './stored.ts';
import { toldOrder, type ToldOrder } from './orders/told-order.ts';
import { readObject, writeJson } from './vendor-json.ts';

/** The data of an article that is put into the sandbox directly. */
export interface NewArticle {
  readonly articleNumber: string;
  readonly articleName?: string;
  readonly productCode?: string;
  readonly barCode?: string;
  readonly goodsOwnerId?: number;
}

/** An article, with what was PUT of it parsed. What is physically there is a decimal. */
export type ToldArticle = ReturnType<typeof toldArticle>;

/**
 * A simulated Ongoing WMS, with what its people do there. Numbers of orders and articles are looked
 * for at `goodsOwnerId`, or at the first goods owner; a method that changes something throws a
 * `RangeError` for a number that isn't there.
 */
export type OngoingSandbox = ReturnType<typeof createOngoing>;

/** An accepted PUT of an order. */
export type AcceptedPut = ReturnType<OngoingSandbox['puts']>[number];

/** A simulated Ongoing WMS. Its URLs are `/ongoing/<warehouse>/api/v1/…`. */
export function createOngoing(given: Partial<OngoingOptions> = {}) {
  const options: OngoingOptions = { ...defaultOngoingOptions, ...given };
  const store = new OngoingStore();
  const firstOwner = options.accounts[0]?.goodsOwners[0]?.id ?? 0;

  const orderOf = (number: string, goodsOwnerId = firstOwner) =>
    store.orderByNumber(goodsOwnerId, number);
  const found = (number: string, goodsOwnerId?: number): StoredOrder => {
    const order = orderOf(number, goodsOwnerId);
    if (order === undefined) throw new RangeError(`the warehouse has no order ${number}`);
    return order;
  };
  const articleOf = (number: string, goodsOwnerId = firstOwner) =>
    store.articleByNumber(goodsOwnerId, number);
  /** Everything of every goods owner, or of one. */
  const ownedBy =
    (goodsOwnerId?: number) =>
    (owned: { readonly goodsOwnerId: number }): boolean =>
      goodsOwnerId === undefined || owned.goodsOwnerId === goodsOwnerId;

  const vendor: SandboxVendor = {
    name: 'ongoing',
    operationOf: (request) => routeOf(request).name,
    operations: operationNames,
    laneOf: (request) => goodsOwnerKey(store, request),
    handle: (request) => answer(options, store, request),
    faultReply: (kind) => ongoingFaultReply(kind, options.now()),
    faultKinds: ongoingFaultKinds,
    state: () => store.state,
    restore: (state) => store.restore(state),
  };

  return {
    ...vendor,
    name: 'ongoing' as const,
    options,
    now: () => options.now(),

    order(number: string, goodsOwnerId?: number): ToldOrder | undefined {
      const order = orderOf(number, goodsOwnerId);
      return order && toldOrder(order);
    },
    /** By ascending id. */
    orders: (goodsOwnerId?: number): readonly ToldOrder[] =>
      store.state.orders.filter(ownedBy(goodsOwnerId)).map(toldOrder),
    /** The orders that the interface brought and that aren't collected, returned or cancelled. */
    underWay: (): readonly ToldOrder[] =>
      store.state.orders
        .filter((order) => !order.foreign && order.status < collectedStatus)
        .map(toldOrder),
    /**
     * The newest 20 accepted PUTs of an order, oldest first: the instant, the body exactly as it was
     * received, so that digits can be compared, and the same parsed.
     */
    puts: (number: string, goodsOwnerId?: number) =>
      (orderOf(number, goodsOwnerId)?.puts ?? []).map(({ at, body: text }) => ({
        at: new Date(at).toISOString(),
        text,
        body: JSON.parse(text) as unknown,
      })),
    /** The files of an order, those that were PUT last at the end. */
    files: (number: string, goodsOwnerId?: number) => found(number, goodsOwnerId).files,
    setStatus: (number: string, status: number, at?: string, goodsOwnerId?: number): void =>
      setStatus(options, store, found(number, goodsOwnerId), status, at),
    addWaybill: (number: string, waybill: string, goodsOwnerId?: number): void =>
      addWaybill(found(number, goodsOwnerId), waybill, options.now()),
    ship: (number: string, departure: Departure = {}, goodsOwnerId?: number): void =>
      ship(options, store, found(number, goodsOwnerId), departure),
    /** As a person does: whatever the order's status. */
    cancelByWarehouse: (number: string, goodsOwnerId?: number): void =>
      moveOrder(store, found(number, goodsOwnerId), cancelledStatus, options.now()),
    addForeignOrder: (
      number: string,
      goodsOwnerOrderId: string | null,
      goodsOwnerId = firstOwner,
    ): ToldOrder =>
      toldOrder(addForeignOrder(options, store, goodsOwnerId, number, goodsOwnerOrderId)),

    addArticle({ barCode, goodsOwnerId = firstOwner, ...members }: NewArticle): ToldArticle {
      const barCodeInfo = barCode === undefined ? undefined : { barCode };
      const body = { goodsOwnerId, ...members, barCodeInfo };
      const existing = articleOf(members.articleNumber, goodsOwnerId);
      return toldArticle(
        storeArticle(store, goodsOwnerId, existing, readObject(writeJson(body)), options.now()),
      );
    },
    article(articleNumber: string, goodsOwnerId?: number): ToldArticle | undefined {
      const article = articleOf(articleNumber, goodsOwnerId);
      return article && toldArticle(article);
    },
    articles: (goodsOwnerId?: number): readonly ToldArticle[] =>
      store.state.articles.filter(ownedBy(goodsOwnerId)).map(toldArticle),
    /** Sets what is physically there: a decimal in plain notation. */
    setStock(articleNumber: string, numberOfItems: string, goodsOwnerId?: number): void {
      const article = articleOf(articleNumber, goodsOwnerId);
      if (article === undefined)
        throw new RangeError(`the warehouse has no article ${articleNumber}`);
      Object.assign(article, { numberOfItems, stockChangedAt: options.now() });
    },
  };
}

function toldArticle(article: StoredArticle) {
  const { articleSystemId, articleNumber, productCode, barCode, numberOfItems } = article;
  const body: unknown = JSON.parse(article.body);
  return { articleSystemId, articleNumber, productCode, barCode, numberOfItems, body };
}
