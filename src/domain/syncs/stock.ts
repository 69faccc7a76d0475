import type { DecimalText } from '../decimal.ts';

/** Which of the warehouse's two quantities is written to the source. */
export type StockQuantity = 'physical' | 'sellable';

/** What the warehouse has of one article. */
export interface StockLevel {
  /** The source's id of the product; null for an article that isn't from this source. */
  readonly productCode: string | null;
  readonly articleNumber: string;
  /** The configured quantity as the warehouse tells it; may be negative where it is `sellable`. */
  readonly quantity: DecimalText;
}

/** What became of writing one quantity to the source. */
export type StockWrite =
  { readonly kind: 'written' } | { readonly kind: 'refused'; readonly why: string };

/** Articles on an order that has left the shelf and may not have been reported yet. */
export interface PickedOrder {
  /** The source's internal id of the order; null for one that isn't from this source. */
  readonly goodsOwnerOrderId: string | null;
  readonly productCodes: readonly string[];
}
