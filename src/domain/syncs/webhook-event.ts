import { orderEventId, warehouseEventId } from '../names.ts';
import type { OrderReference } from '../order.ts';

/** A vendor's word that something happened to an order; what happened is read before anything is done. */
export interface WebhookEventInput {
  readonly connection: string;
  readonly order: OrderReference;
}

/** What became of a webhook event: what was done, or why nothing was. */
export interface WebhookEventResult {
  readonly outcome: string;
}

/** How a webhook event is followed, by the end whose system called. */
export const webhookEvents = {
  source: {
    workflow: 'importOne',
    workflowId: orderEventId,
    activity: 'importOrder',
    words: 'the source called',
    summary: 'Read the order that the source called about',
  },
  warehouse: {
    workflow: 'trackOne',
    workflowId: warehouseEventId,
    activity: 'trackOrder',
    words: 'the warehouse called',
    summary: 'Read the order that the warehouse called about',
  },
} as const;
