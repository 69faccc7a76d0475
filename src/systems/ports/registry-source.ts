import type { Product } from '../../domain/article.ts';
import type { DecimalText } from '../../domain/decimal.ts';
import type { MappingProblem } from '../../domain/mapping-problem.ts';
import type { StockWrite } from '../../domain/syncs/stock.ts';
import type { Supplier } from '../../domain/supplier.ts';
import type { CallContext } from '../kit/call-context.ts';
import type { FeedPage, FeedPosition } from '../kit/feeds/feed-page.ts';

/** A company as the source tells of it. */
export interface CompanyRead {
  readonly number: string;
  /** The source itself calls it a supplier; any other is one only where a product names it. */
  readonly isSupplier: boolean;
  /** Present where it can be one; else `faults` say why not. */
  readonly supplier?: Supplier;
  readonly faults: readonly MappingProblem[];
}

/** How a feed is read. */
export interface FeedReading {
  /** Everything, not only what changed. Counts for the run's first page; the position then knows. */
  readonly full: boolean;
  /**
   * For comparing stock: a product of which nothing but the stock changed comes too, and a first run
   * begins with what changed lately. Everything else is for the warehouse's own sweep to find.
   */
  readonly ofStock?: boolean;
}

/** The part of a registry that every source with articles and stock has. */
export type CatalogSource = Pick<RegistrySource, 'products' | 'readProducts' | 'setStock'>;

/**
 * A source that keeps a registry of articles, suppliers and stock. Every failure is a
 * `SystemFailure` that carries its decision.
 */
export interface RegistrySource {
  /**
   * One page of products that changed, at most 100 in full. What an earlier run handed out comes again
   * only when it differs. Without a position the whole catalogue: ids first, then by id.
   */
  products(
    position: FeedPosition | undefined,
    reading: FeedReading,
    call: CallContext,
  ): Promise<FeedPage<Product>>;

  /** Products as they are now; those that are gone are left out. Joined with others. */
  readProducts(productCodes: readonly string[], call: CallContext): Promise<readonly Product[]>;

  /** One page of companies that changed, at most 500. */
  suppliers(
    position: FeedPosition | undefined,
    reading: FeedReading,
    call: CallContext,
  ): Promise<FeedPage<CompanyRead>>;

  /** Companies as they are now; those that are gone are left out. Joined with others. */
  readSuppliers(numbers: readonly string[], call: CallContext): Promise<readonly CompanyRead[]>;

  /** Which supplier delivers which product, of the whole catalogue: [product code, supplier number]. */
  productSuppliers(call: CallContext): Promise<readonly (readonly [string, string])[]>;

  /** Sets what the source believes to be in stock. Absolute, harmless twice. */
  setStock(productCode: string, quantity: DecimalText, call: CallContext): Promise<StockWrite>;
}
