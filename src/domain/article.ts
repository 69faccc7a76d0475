import type { DecimalText } from './decimal.ts';
import type { MappingProblem } from './mapping-problem.ts';
import type { ExtraFields, Instant } from './order.ts';
import type { Supplier } from './supplier.ts';

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
  /** Under which customs know it: its HS code. */
  readonly customsNumber?: string;
  /** Where the connection sends suppliers and the source knows who delivers it. */
  readonly supplier?: Supplier;
  readonly extra?: ExtraFields;
}

/** Articles read from the source, and what is wrong with those that can't be used. */
export interface ArticlesRead {
  readonly articles: readonly Article[];
  readonly faults: readonly MappingProblem[];
}

/** A product as the source tells of it. */
export interface Product {
  readonly productCode: string;
  /** For people: its number, or its id where it has none. */
  readonly label: string;
  readonly changedAt: Instant;
  /** Present where it can be an article; else `faults` say why not. */
  readonly article?: Article;
  readonly faults: readonly MappingProblem[];
  /** Why it can't be an article, in a few words that many share, by which it is counted. */
  readonly unfit?: string;
  /** No longer sold: becomes an article only where the warehouse has it already. */
  readonly expired: boolean;
  /** The source's id of the company that delivers it. */
  readonly supplierNumber?: string;
  /** What the source believes to be in stock. */
  readonly stock?: DecimalText;
  /** Whether the source keeps its stock at all; where not, none is written. */
  readonly stockControlled: boolean;
}

/** What became of one article at the warehouse. */
export type ArticleOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged' }
  /**
   * Nothing was written, for a reason that is counted: `expired`, `number used twice` … `fault` says
   * more where somebody can do something about it.
   */
  | { readonly kind: 'skipped'; readonly why: string; readonly fault?: MappingProblem }
  | { readonly kind: 'failed'; readonly faults: readonly MappingProblem[] };

/** An article with what is known beside it. */
export interface WantedArticle {
  readonly article: Article;
  /** Written only where the warehouse has it already. */
  readonly onlyIfHeld: boolean;
  /** The supplier changed: written even where nothing that can be read differs. */
  readonly writeSupplier?: boolean;
}
