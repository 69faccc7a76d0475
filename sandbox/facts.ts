import type { ToldOrder } from './ongoing/orders/told-order.ts';

/** A country that no list of countries knows; it makes an order that can't be mapped. */
export const noSuchCountry = 'Atlantis';

/** A source's order, as far as the overview and the audit need it. */
export interface SourceFact {
  readonly id: string;
  readonly number: string;
  /** The source's own word. */
  readonly status: string;
  /** When the source says it last changed: an instant. */
  readonly changedAt: string;
  /** In a status from which orders are taken, or into which the integration itself moves them. */
  readonly wanted: boolean;
  /** In a status that means the goods must not go. */
  readonly cancelled: boolean;
  /** Can't be mapped on purpose; it must not reach the warehouse. */
  readonly bad: boolean;
  /** When the interface was used to say that it was shipped: instants. */
  readonly reports: readonly string[];
}

/** A warehouse's order, as far as the audit needs it. */
export type WarehouseFact = Pick<
  ToldOrder,
  'goodsOwnerId' | 'number' | 'goodsOwnerOrderId' | 'status' | 'shippedAt' | 'foreign'
>;
