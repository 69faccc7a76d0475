import type { SandboxVendor } from '../vendor.ts';
import { answer, goodsOwnerKey, operationNames, routeOf } from './answer.ts';
import type { Departure } from './at-the-warehouse.ts';
import {
  addForeignOrder,
  addWaybill,
  cancelByWarehouse,
  setStatus,
  ship,
} from './at-the-warehouse.ts';
import { ongoingFaultKinds, ongoingFaultReply } from './fault-replies.ts';
import type { OngoingOptions } from './options.ts';
import { defaultOngoingOptions } from './options.ts';
import { storeArticle } from './put-article.ts';
import { collectedStatus } from './statuses.ts';
import { OngoingStore } from './store.ts';
import type { StoredArticle, StoredOrder } from './stored.ts';
import type { ToldOrder } from './told-order.ts';
import { toldOrder } from './told-order.ts';
import { readObject, writeJson } from './vendor-json.ts';

/** The data of an article that is put into the sandbox directly. */
export interface NewArticle {
  readonly articleNumber: string;
  readonly articleName?: string;
  readonly productCode?: string;
  readonly barCode?: string;
  readonly goodsOwnerId?: number;
}

export interface ToldArticle {
  readonly articleSystemId: number;
  readonly articleNumber: string;
  readonly productCode: string | null;
  readonly barCode: string | null;
  /** Physically there; a decimal in plain notation. */
  readonly numberOfItems: string;
  /** What was PUT, as JSON. */
  readonly body: unknown;
}

/** An accepted PUT of an order. */
export interface AcceptedPut {
  /** An instant. */
  readonly at: string;
  /** The body exactly as it was received, so that digits can be compared. */
  readonly text: string;
  /** The same, parsed. */
  readonly body: unknown;
}

/** A file beside an order. */
export interface ToldFile {
  readonly fileId: number;
  readonly name: string;
  readonly mimeType: string;
  readonly base64: string;
}

/**
 * A simulated Ongoing WMS, with what its people do there. Numbers of orders and articles are looked
 * for at `goodsOwnerId`, or at the first goods owner; a method that changes something throws a
 * `RangeError` for a number that isn't there.
 */
export interface OngoingSandbox extends SandboxVendor {
  readonly name: 'ongoing';
  readonly options: OngoingOptions;
  now(): number;
  order(number: string, goodsOwnerId?: number): ToldOrder | undefined;
  /** Every order of every goods owner, or of one, by ascending id. */
  orders(goodsOwnerId?: number): readonly ToldOrder[];
  /** The orders that the interface brought and that aren't collected, returned or cancelled. */
  underWay(): readonly ToldOrder[];
  /** The newest 20 accepted PUTs of an order, oldest first. */
  puts(number: string, goodsOwnerId?: number): readonly AcceptedPut[];
  /** The files of an order, those that were PUT last at the end. */
  files(number: string, goodsOwnerId?: number): readonly ToldFile[];
  setStatus(number: string, status: number, at?: string, goodsOwnerId?: number): void;
  addWaybill(number: string, waybill: string, goodsOwnerId?: number): void;
  ship(number: string, departure?: Departure, goodsOwnerId?: number): void;
  cancelByWarehouse(number: string, goodsOwnerId?: number): void;
  addForeignOrder(
    number: string,
    goodsOwnerOrderId: string | null,
    goodsOwnerId?: number,
  ): ToldOrder;
  addArticle(article: NewArticle): ToldArticle;
  article(articleNumber: string, goodsOwnerId?: number): ToldArticle | undefined;
  articles(goodsOwnerId?: number): readonly ToldArticle[];
  /** Sets what is physically there: a decimal in plain notation. */
  setStock(articleNumber: string, numberOfItems: string, goodsOwnerId?: number): void;
}

/** A simulated Ongoing WMS. Its URLs are `/ongoing/<warehouse>/api/v1/…`. */
export function createOngoing(given: Partial<OngoingOptions> = {}): OngoingSandbox {
  const options: OngoingOptions = { ...defaultOngoingOptions, ...given };
  const store = new OngoingStore();
  const firstOwner = options.accounts[0]?.goodsOwners[0]?.id ?? 0;

  const found = (number: string, goodsOwnerId = firstOwner): StoredOrder => {
    const order = store.orderByNumber(goodsOwnerId, number);
    if (order === undefined) throw new RangeError(`the warehouse has no order ${number}`);
    return order;
  };

  return {
    name: 'ongoing',
    options,
    operationOf: (request) => routeOf(request).name,
    operations: operationNames,
    laneOf: (request) => goodsOwnerKey(store, request),
    handle: (request) => answer(options, store, request),
    faultReply: (kind) => ongoingFaultReply(kind, options.now()),
    faultKinds: ongoingFaultKinds,
    now: () => options.now(),
    state: () => store.state,
    restore: (state) => store.restore(state),

    order(number, goodsOwnerId = firstOwner) {
      const order = store.orderByNumber(goodsOwnerId, number);
      return order === undefined ? undefined : toldOrder(order);
    },
    orders: (goodsOwnerId) =>
      (goodsOwnerId === undefined ? store.state.orders : store.ordersOf(goodsOwnerId)).map(
        toldOrder,
      ),
    underWay: () =>
      store.state.orders
        .filter((order) => !order.foreign && order.status < collectedStatus)
        .map(toldOrder),
    puts: (number, goodsOwnerId = firstOwner) =>
      (store.orderByNumber(goodsOwnerId, number)?.puts ?? []).map((put) => ({
        at: new Date(put.at).toISOString(),
        text: put.body,
        body: JSON.parse(put.body) as unknown,
      })),
    files: (number, goodsOwnerId) => found(number, goodsOwnerId).files,
    setStatus: (number, status, at, goodsOwnerId) =>
      setStatus(options, store, found(number, goodsOwnerId), status, at),
    addWaybill: (number, waybill, goodsOwnerId) =>
      addWaybill(found(number, goodsOwnerId), waybill, options.now()),
    ship: (number, departure = {}, goodsOwnerId) =>
      ship(options, store, found(number, goodsOwnerId), departure),
    cancelByWarehouse: (number, goodsOwnerId) =>
      cancelByWarehouse(options, store, found(number, goodsOwnerId)),
    addForeignOrder: (number, goodsOwnerOrderId, goodsOwnerId = firstOwner) =>
      toldOrder(addForeignOrder(options, store, goodsOwnerId, number, goodsOwnerOrderId)),

    addArticle({ barCode, goodsOwnerId = firstOwner, ...members }) {
      const body = {
        goodsOwnerId,
        ...members,
        ...(barCode === undefined ? {} : { barCodeInfo: { barCode } }),
      };
      const held = store.articleByNumber(goodsOwnerId, members.articleNumber);
      return toldArticle(
        storeArticle(store, goodsOwnerId, held, readObject(writeJson(body)), options.now()),
      );
    },
    article(articleNumber, goodsOwnerId = firstOwner) {
      const article = store.articleByNumber(goodsOwnerId, articleNumber);
      return article === undefined ? undefined : toldArticle(article);
    },
    articles: (goodsOwnerId) =>
      (goodsOwnerId === undefined ? store.state.articles : store.articlesOf(goodsOwnerId)).map(
        toldArticle,
      ),
    setStock(articleNumber, numberOfItems, goodsOwnerId = firstOwner) {
      const article = store.articleByNumber(goodsOwnerId, articleNumber);
      if (article === undefined)
        throw new RangeError(`the warehouse has no article ${articleNumber}`);
      article.numberOfItems = numberOfItems;
      article.stockChangedAt = options.now();
    },
  };
}

const toldArticle = (article: StoredArticle): ToldArticle => ({
  articleSystemId: article.articleSystemId,
  articleNumber: article.articleNumber,
  productCode: article.productCode,
  barCode: article.barCode,
  numberOfItems: article.numberOfItems,
  body: JSON.parse(article.body) as unknown,
});
