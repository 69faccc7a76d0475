import type { OngoingState, StoredArticle, StoredOrder } from './stored.ts';
import { ongoingState } from './stored.ts';

/** One key from a goods owner and a text that is unique within it. */
const keyed = (goodsOwnerId: number, text: string): string => `${goodsOwnerId}/${text}`;

const emptyState = (): OngoingState => ({
  nextId: 88_001,
  refusals: 0,
  orders: [],
  articles: [],
  waysOfDelivery: [],
  consignees: {},
});

/** What the simulated warehouse remembers, found by the keys it is asked for. Ids only grow. */
export class OngoingStore {
  #state = emptyState();
  /** Each both by its id and, as text, by its goods owner and number. */
  readonly #orders = new Map<number | string, StoredOrder>();
  readonly #articles = new Map<number | string, StoredArticle>();

  get state(): OngoingState {
    return this.#state;
  }

  /** Takes over a state that was stored earlier; throws on one that isn't such a state. */
  restore(stored: unknown): void {
    this.#state = ongoingState.parse(stored);
    this.#orders.clear();
    this.#articles.clear();
    for (const order of this.#state.orders) this.#indexOrder(order);
    for (const article of this.#state.articles) this.#indexArticle(article);
  }

  nextId(): number {
    return this.#state.nextId++;
  }

  /** Whether the next refusal spells its member with a capital; alternates. */
  nextRefusalHasCapital(): boolean {
    return this.#state.refusals++ % 2 === 0;
  }

  /** In ascending order of their ids. */
  ordersOf(goodsOwnerId: number): StoredOrder[] {
    return this.#state.orders.filter((order) => order.goodsOwnerId === goodsOwnerId);
  }

  orderById(orderId: number): StoredOrder | undefined {
    return this.#orders.get(orderId);
  }

  orderByNumber(goodsOwnerId: number, number: string): StoredOrder | undefined {
    return this.#orders.get(keyed(goodsOwnerId, number));
  }

  addOrder(order: StoredOrder): void {
    this.#state.orders.push(order);
    this.#indexOrder(order);
  }

  articleById(articleSystemId: number): StoredArticle | undefined {
    return this.#articles.get(articleSystemId);
  }

  articleByNumber(goodsOwnerId: number, number: string): StoredArticle | undefined {
    return this.#articles.get(keyed(goodsOwnerId, number));
  }

  addArticle(article: StoredArticle): void {
    this.#state.articles.push(article);
    this.#indexArticle(article);
  }

  /** Gives an order or an article another number, when it was PUT by its id. */
  renumberOrder(order: StoredOrder, number: string): void {
    this.#orders.delete(keyed(order.goodsOwnerId, order.number));
    order.number = number;
    this.#indexOrder(order);
  }

  /** The lines of orders go along: they mean the article, not its number. */
  renumberArticle(article: StoredArticle, number: string): void {
    if (article.articleNumber === number) return;
    const lines = this.ordersOf(article.goodsOwnerId).flatMap((order) => order.lines);
    for (const line of lines) {
      if (line.articleNumber === article.articleNumber) line.articleNumber = number;
    }
    this.#articles.delete(keyed(article.goodsOwnerId, article.articleNumber));
    article.articleNumber = number;
    this.#indexArticle(article);
  }

  /** The id of a consignee: the same for the same customer number, or the same name without one. */
  consigneeId(goodsOwnerId: number, name: string): number {
    const key = keyed(goodsOwnerId, name);
    return (this.#state.consignees[key] ??= this.nextId());
  }

  #indexOrder(order: StoredOrder): void {
    this.#orders.set(order.orderId, order);
    this.#orders.set(keyed(order.goodsOwnerId, order.number), order);
  }

  #indexArticle(article: StoredArticle): void {
    this.#articles.set(article.articleSystemId, article);
    this.#articles.set(keyed(article.goodsOwnerId, article.articleNumber), article);
  }
}
