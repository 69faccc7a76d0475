import type { DecimalText } from './decimal.ts';
import type { Fault } from './fault.ts';

/** An article of the goods owner, in the field's own words. */
export interface Article {
  /** The source's id of the product. */
  readonly productCode: string;
  /** What people call it; the warehouse's article number. */
  readonly articleNumber: string;
  readonly name?: string;
  readonly description?: string;
  readonly barCode?: string;
  readonly weightKg?: DecimalText;
}

/** Articles read from the source, and what is wrong with those that can't be used. */
export interface ArticlesRead {
  readonly articles: readonly Article[];
  readonly faults: readonly Fault[];
}
