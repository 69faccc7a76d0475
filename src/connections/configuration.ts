import type { z } from 'zod';

import type { Sync } from '../domain/syncs.ts';
import type { Instant } from '../domain/order.ts';
import type { WarehouseStatuses } from '../systems/ongoing/settings.ts';
import type { Notice } from './fault.ts';
import type { connectionSchemas } from './schema/connection.ts';

type Written<System extends keyof typeof connectionSchemas> = z.output<
  (typeof connectionSchemas)[System]
>;
type WrittenWarehouse = Written<'24sevenoffice'>['warehouse'];

/** A process of a connection: whether it runs, and how often. */
export interface ProcessSetting {
  readonly enabled: boolean;
  readonly everyMs: number;
}

/** The goods owner's account at the warehouse, with the meaning of every status number settled. */
export interface WarehouseAccount extends Omit<WrittenWarehouse, 'statuses'> {
  readonly statuses: WarehouseStatuses;
  /** The status number from which an order counts as shipped. */
  readonly reportAt: number;
}

/** What every connection has. Secrets are wrapped: none shows by accident. */
interface AnyConnection {
  /** a-z, 0-9 and -; stands in workflow ids. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** Whether this version can run it; if not, `notRunnableBecause` says why. */
  readonly runnable: boolean;
  readonly notRunnableBecause?: string;
  readonly warehouse: WarehouseAccount;
  /** What lets the warehouse call; without it, it doesn't. */
  readonly webhooks?: NonNullable<Written<'24sevenoffice'>['webhooks']>;
  /** Those that this kind of connection has. */
  readonly processes: Readonly<
    Record<'orders' | 'shipments', ProcessSetting> & Partial<Record<Sync, ProcessSetting>>
  >;
  /**
   * Of the account at both ends, not of passwords or intervals: orders of a connection whose
   * fingerprint changed may belong to somebody else.
   */
  readonly fingerprint: string;
}

/** A connection whose source is 24SevenOffice. */
export interface TwentyFourSevenOfficeConnection extends AnyConnection {
  readonly system: '24sevenoffice';
  readonly source: Written<'24sevenoffice'>['source'];
  readonly orders: Omit<Written<'24sevenoffice'>['orders'], 'since'> & {
    /** Orders that were last changed before this aren't taken. */
    readonly since?: Instant;
  };
  readonly shipments: Written<'24sevenoffice'>['shipments'] & {
    /** In milliseconds; what it is by default depends on `trackingField`. */
    readonly waitForTracking: number;
  };
  readonly articles: Written<'24sevenoffice'>['articles'];
  readonly suppliers: Written<'24sevenoffice'>['suppliers'];
  readonly stock: Written<'24sevenoffice'>['stock'];
}

/** A connection whose source is Order Desk. */
export interface OrderDeskConnection extends AnyConnection {
  readonly system: 'orderdesk';
  readonly source: Written<'orderdesk'>['source'];
  readonly orders: Written<'orderdesk'>['orders'];
  readonly shipments: Written<'orderdesk'>['shipments'];
  readonly stock: Written<'orderdesk'>['stock'];
  readonly catalog: Written<'orderdesk'>['catalog'];
}

/** One customer's integration: one source account, one goods owner, settings. */
export type Connection = TwentyFourSevenOfficeConnection | OrderDeskConnection;

/** Everything that a configuration file says. */
export interface Configuration {
  /** The file as it was named. */
  readonly file: string;
  /** In the order of the file. */
  readonly connections: readonly Connection[];
  /** What the file asks for and this version leaves undone. */
  readonly notices: readonly Notice[];
}
