import type { Article } from '../../domain/article.ts';
import type { MappingProblem } from '../../domain/mapping-problem.ts';
import type { Order, OrderReference } from '../../domain/order.ts';
import type {
  CancelOutcome,
  PutOutcome,
  WarehouseOrder,
  WarehouseView,
} from '../../domain/warehouse-order.ts';
import type { CallContext } from '../kit/call-context.ts';
import type { FeedPage, FeedPosition } from '../kit/feeds/feed-page.ts';

/** What is known about the warehouse's copy before a write. */
export interface PutContext {
  /** Row numbers that were sent before: a revision that drops one is read back. */
  readonly sentRows?: readonly string[];
  /** The warehouse's order is cancelled: after the write it is read back. */
  readonly reopens?: boolean;
}

/** A file that goes with an order. */
export interface OrderFile {
  /** A second file of the same name takes the first one's place. */
  readonly name: string;
  readonly mimeType: string;
  readonly base64: string;
}

/** The system that holds the goods. Every failure is a `SystemFailure` that carries its decision. */
export interface Warehouse {
  /** As people call it: `Ongoing WMS`. */
  readonly name: string;

  /** What stands at the warehouse under the order's number. Joined with others into one request. */
  look(order: OrderReference, call: CallContext): Promise<WarehouseView>;

  /**
   * Whether both orders would be written alike: maps them by the rules and settings of today and asks
   * nobody. A delivery date that only stands for today doesn't count.
   */
  sameContent(before: Order, now: Order): boolean;

  /** Creates or updates the order. Harmless twice. */
  put(order: Order, context: PutContext, call: CallContext): Promise<PutOutcome>;

  /** Cancels the order if the warehouse hasn't begun; an order that isn't there counts as cancelled. */
  cancel(order: OrderReference, call: CallContext): Promise<CancelOutcome>;

  /** Puts a file beside the order. Harmless twice. */
  attach(
    order: OrderReference & { readonly warehouseOrderId: string },
    file: OrderFile,
    call: CallContext,
  ): Promise<void>;

  /** One page of orders whose status changed. */
  changes(position: FeedPosition | undefined, call: CallContext): Promise<FeedPage<WarehouseOrder>>;

  /** Creates or updates articles, one after another; gives what is wrong with those it can't put. */
  putArticles(articles: readonly Article[], call: CallContext): Promise<readonly MappingProblem[]>;

  /** One cheap call that proves that the system can be reached and accepts the credentials. */
  probe(call: CallContext): Promise<void>;
}
