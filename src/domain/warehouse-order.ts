import type { MappingProblem } from './mapping-problem.ts';
import type { Instant } from './order.ts';
import type { Shipment } from './shipment.ts';
import type { WarehousePhase } from './warehouse-status.ts';

/** An order as the warehouse tells of it. */
export interface WarehouseOrder {
  /** The warehouse's own id of it. */
  readonly warehouseOrderId: string;
  readonly number: string;
  /** The source's internal id as it was written with the order; null for an order that isn't ours. */
  readonly goodsOwnerOrderId: string | null;
  readonly statusNumber: number;
  readonly statusText: string;
  readonly phase: WarehousePhase;
  readonly shipment: Shipment;
  /** When it was read, by the warehouse's own clock. */
  readonly readAt: Instant;
}

/** What stands at the warehouse under an order's number. */
export type WarehouseView =
  | { readonly kind: 'absent' }
  | { readonly kind: 'ours'; readonly order: WarehouseOrder }
  | { readonly kind: 'foreign'; readonly order: WarehouseOrder };

/** One field in which the warehouse's order differs from what the source wants. */
export interface Difference {
  /** `line 2`, `delivery date`, `delivery address`. */
  readonly field: string;
  /** What the warehouse holds; absent where the values are personal. */
  readonly held?: string;
  /** What the source wants; absent where the values are personal. */
  readonly wanted?: string;
}

/** What became of an order that was sent to the warehouse. */
export type PutOutcome =
  | { readonly kind: 'accepted'; readonly warehouseOrderId: string }
  /** The warehouse has no article for these product codes: put them first. Nothing was written. */
  | { readonly kind: 'unknown articles'; readonly productCodes: readonly string[] }
  /** Work has begun, the warehouse keeps what it has. */
  | {
      readonly kind: 'too late';
      readonly order: WarehouseOrder;
      readonly differences: readonly Difference[];
    }
  /** Accepted, but lines that the source removed are still there. */
  | {
      readonly kind: 'lines stayed';
      readonly warehouseOrderId: string;
      readonly rows: readonly string[];
    }
  /** The warehouse holds a cancelled order under this number and doesn't open it again. */
  | { readonly kind: 'number spent'; readonly warehouseOrderId: string }
  | { readonly kind: 'foreign'; readonly order: WarehouseOrder }
  /** Bad input: refused before or by the warehouse, with its words. */
  | { readonly kind: 'refused'; readonly faults: readonly MappingProblem[] };

/** A put outcome, and whether the connection's settings of today want the source to be told. */
export type PutResult = PutOutcome & { readonly markImported?: boolean };

/** What was seen at the warehouse before the first write of a life, and what became of that write. */
export interface SendResult {
  readonly view: WarehouseView;
  /** The order may have been put although the answer was lost. */
  readonly mayBePut: boolean;
  /** Absent where what stands there is to be left alone, or where the answer was lost. */
  readonly put?: PutResult;
}

/** What became of a cancellation at the warehouse. */
export type CancelOutcome =
  | { readonly kind: 'cancelled'; readonly warehouseOrderId?: string }
  | { readonly kind: 'refused'; readonly order: WarehouseOrder; readonly words: string };
