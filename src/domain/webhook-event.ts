import type { OrderReference } from './order.ts';

/** A vendor's word that something happened to an order; what happened is read before anything is done. */
export interface WebhookEventInput {
  readonly connection: string;
  readonly order: OrderReference;
}

/** What became of a webhook event: what was done, or why nothing was. */
export interface WebhookEventResult {
  readonly outcome: string;
}
