import type { Instant } from '../../domain/order.ts';
import type { OrderStatus } from './orders/order-status.ts';

export { articleExtraFieldSources, extraFieldSources } from './extra-field-sources.ts';
export type { ExtraFieldSource, ExtraFieldType } from './extra-field-sources.ts';
export { forbiddenToWrite, orderStatusFromText, orderStatuses } from './orders/order-status.ts';
export type { OrderStatus } from './orders/order-status.ts';

/** What one connection says about its 24SevenOffice account, with dates and durations resolved. */
export interface TwentyFourSevenOfficeSettings {
  /** The root of the API without a trailing slash; the services' paths are appended. */
  readonly url: string;
  /** The integration's id (GUID), as registered with the vendor. */
  readonly applicationId: string;
  readonly username: string;
  readonly password: string;
  /** Which of the user's companies (GUID); without it the user's default. */
  readonly identityId?: string;
  /** IANA zone in which the account's calendar dates are meant. The API's times are UTC. */
  readonly timeZone: string;
  readonly orders: {
    /** Orders that were last changed before this instant aren't taken. */
    readonly since?: Instant;
    /** From these orders are pulled. */
    readonly statuses: readonly OrderStatus[];
    /** These mean that the goods must not go. */
    readonly cancelStatuses: readonly OrderStatus[];
    /** Written after an import; null: nothing is. */
    readonly statusOnImport: OrderStatus | null;
    readonly notify: {
      readonly email: boolean;
      readonly sms: boolean;
      readonly phone: boolean;
    };
    /** Source path (a key of `extraFieldSources`) → warehouse field. */
    readonly extraFields: Readonly<Record<string, string>>;
  };
  readonly shipments: {
    /** Written when the goods have left; null: nothing is. */
    readonly statusOnShipped: OrderStatus | null;
    /** How long a report waits for tracking, counted from when the order was seen as shipped. */
    readonly waitForTrackingMs: number;
    /** The field of the order that waybills and links are added to; null: none. */
    readonly trackingField: 'InvoiceText' | null;
  };
  readonly articles: {
    /** In which unit the account keeps `Product.Weight`; the contract doesn't say. */
    readonly weightUnit: 'kg' | 'g';
    /** Source path (a key of `articleExtraFieldSources`) → warehouse field. */
    readonly extraFields: Readonly<Record<string, string>>;
  };
}
