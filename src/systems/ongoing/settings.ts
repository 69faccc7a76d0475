import type { WarehouseStatuses } from './statuses.ts';

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

export { articleExtraFieldTargets } from './rest/articles/article-field-targets.ts';
export { extraFieldTargets, type ExtraFieldTarget } from './rest/orders/extra-field-targets.ts';
export {
  defaultStatuses,
  statusNames,
  type StatusName,
  type WarehouseStatuses,
} from './statuses.ts';
