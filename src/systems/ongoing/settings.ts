import type { WarehouseStatuses } from '../../domain/warehouse-status.ts';

/** What a connection says of its warehouse, ready for use: secrets resolved, names looked up. */
export interface OngoingSettings {
  /** The warehouse's root without the API's own path: `https://api.ongoingsystems.se/nord`. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly goodsOwnerId: number;
  /** IANA zone of times that come without one (SOAP, webhooks); REST sends UTC. */
  readonly timeZone: string;
  readonly statuses: WarehouseStatuses;
  /** The status number from which an order counts as shipped. */
  readonly reportAt: number;
}

/**
 * Ongoing's own status numbers. A warehouse may rename, remove and add statuses, ids included, so
 * each number is a setting; 425 (partly sent) and 475 (return) were seen at Norwegian warehouses.
 */
export const defaultStatuses: WarehouseStatuses = {
  error: 150,
  open: 200,
  begun: 300,
  picked: 400,
  shipped: 450,
  collected: 500,
  returned: 800,
  cancelled: 1000,
  other: { 425: 'begun', 475: 'returned' },
};

export { articleExtraFieldTargets } from './rest/articles/article-field-targets.ts';
export { extraFieldTargets, type ExtraFieldTarget } from './rest/orders/extra-field-targets.ts';
