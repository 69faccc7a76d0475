import type { ArticleOutcome, WantedArticle } from '../../domain/article.ts';
import type { PickedOrder, StockLevel, StockQuantity } from '../../domain/syncs/stock.ts';
import type { CallContext } from '../kit/call-context.ts';
import type { FeedPage, FeedPosition } from '../kit/feeds/feed-page.ts';
import type { FeedReading } from './registry-source.ts';

/** A page of stock levels. */
export interface StockPage extends FeedPage<StockLevel> {
  /** The run reads every article, not only those whose stock changed. */
  readonly sweep: boolean;
}

/**
 * A warehouse that takes a registry of articles and tells its stock. Every failure is a
 * `SystemFailure` that carries its decision.
 */
export interface RegistryWarehouse {
  /**
   * Makes the warehouse's articles equal to these, at most 100: reads them in batches by product code,
   * and by number where the code isn't known, and writes only what differs. Members that these don't
   * have are left as they are. An article whose number changed keeps its identity.
   * @param settled told of each outcome as soon as it is there: a failure may end the call before all are
   * @returns an outcome for each, in the same order
   */
  syncArticles(
    wanted: readonly WantedArticle[],
    call: CallContext,
    settled?: (productCode: string, outcome: ArticleOutcome) => void,
  ): Promise<readonly ArticleOutcome[]>;

  /**
   * One page of stock levels, at most 500: of articles whose stock changed, or of all of them once a
   * day, where the last run is too long ago for the vendor, or when asked for in full.
   */
  stock(
    position: FeedPosition | undefined,
    reading: FeedReading & { readonly quantity: StockQuantity },
    call: CallContext,
  ): Promise<StockPage>;

  /** The stock levels of these products as they are now. Joined with others. */
  stockOf(
    productCodes: readonly string[],
    quantity: StockQuantity,
    call: CallContext,
  ): Promise<readonly StockLevel[]>;

  /** The same by article number, for a source whose products are known by it. */
  stockOfArticles(
    articleNumbers: readonly string[],
    quantity: StockQuantity,
    call: CallContext,
  ): Promise<readonly StockLevel[]>;

  /** Orders at or past picked, short of returned, whose status changed in the last seven days. */
  pickedOrders(call: CallContext): Promise<readonly PickedOrder[]>;
}
