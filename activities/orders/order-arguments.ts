import type { Article } from '../../src/domain/article.ts';
import type { Order, OrderReference } from '../../src/domain/order.ts';
import type { SourceNote } from '../../src/domain/source-note.ts';
import type { Shipment } from '../../src/domain/shipment.ts';

/** Which order, and whether an earlier attempt of the same step may have been applied. */
export interface OrderStep {
  readonly order: OrderReference;
  readonly mayBeApplied?: boolean;
  /** An operator waits for the answer. */
  readonly urgent?: boolean;
}

export interface PutStep extends OrderStep {
  readonly order: Order;
  /** Row numbers that the warehouse holds from an earlier revision. */
  readonly sentRows?: readonly string[];
  /** The warehouse's order is cancelled and is to be opened again. */
  readonly reopens?: boolean;
}

/** Two readings of one order. */
export interface CompareStep {
  readonly order: Order;
  readonly before: Order;
}

export interface ReportStep extends OrderStep {
  readonly shipment: Shipment;
  /** When the lifecycle first saw the order as shipped. */
  readonly seenShippedAt: string;
}

export interface NoteStep {
  readonly order: OrderReference;
  readonly note: SourceNote;
}

export interface PackingSlipStep {
  readonly order: OrderReference;
  readonly warehouseOrderId: string;
  /** Where the PDF is. */
  readonly url: string;
}

export interface ArticlesStep {
  readonly articles: readonly Article[];
}
