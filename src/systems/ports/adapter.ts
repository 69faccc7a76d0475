import type { Logger } from 'pino';
import type { z } from 'zod';

import type { Sync } from '../../domain/syncs/syncs.ts';
import type { CallObserver } from '../kit/call-context.ts';
import type { CircuitBreaker } from '../kit/pacing/circuit-breaker.ts';
import type { RateLimiter, RateLimiterOptions } from '../kit/pacing/rate-limiter.ts';
import type { ConnectionView } from '../kit/settings/connection-view.ts';
import type { KeyPath } from '../kit/settings/key-path.ts';
import type { ConnectionWebhook, Webhook } from '../kit/webhook.ts';
import type { RegistryWarehouse } from './registry-warehouse.ts';
import type { Source } from './source.ts';
import type { SourceRegistry } from './source-registry.ts';
import type { Warehouse } from './warehouse.ts';

/** Every system that a connection can have at its ends. */
export interface Adapters {
  readonly sources: readonly SourceAdapter[];
  /** The first is meant where a connection names none. */
  readonly warehouses: readonly WarehouseAdapter[];
}

/** Something to tell whoever wrote a connection's settings, without it being a fault. */
export interface Remark {
  readonly path: KeyPath;
  readonly message: string;
  /** Whether this connection asks for it. */
  readonly asked: (view: ConnectionView) => boolean;
}

/** Something that the file can ask for and that this version leaves undone. */
export interface NotYet extends Remark {
  /** The connection can't run without it. */
  readonly blocks?: true;
}

interface Adapter {
  /** As the file writes it (`system: orderdesk`). */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  readonly notYet?: readonly NotYet[];
  /** What a setting doesn't bring, though its name lets one think so. */
  readonly worthKnowing?: readonly Remark[];
  /** How its server calls, where it does. */
  readonly webhook?: Webhook;
}

/** A system that orders come from. */
export interface SourceAdapter extends Adapter {
  /** Its sections of a connection: the account, and one for each process that it serves. */
  readonly shape: z.core.$ZodShape & Readonly<Record<'source', z.core.$ZodType>>;
  /** Words that `shipments.reportAt` may have beside the warehouse's own. */
  readonly reportAtWords?: readonly string[];
  readonly extraFields?: readonly ExtraFields[];
  /** What is wrong with several keys together. */
  readonly check?: (view: ConnectionView) => void;
  /** @param connection its sections as they are written; free of faults */
  readonly read: (connection: unknown) => SourceEnd;
}

/** A mapping of the file that fills further fields of the warehouse. */
export interface ExtraFields {
  /** Where the mapping stands. */
  readonly path: KeyPath;
  /** What of the source it names: `products`. */
  readonly called: string;
  /** What can be named, and whether that is one value of an order or one of each line. */
  readonly sources: Readonly<Record<string, ExtraFieldSource>>;
  /** Which of the warehouse's fields it fills. */
  readonly fills: keyof WarehouseAdapter['extraFieldTargets'];
}

/** A value of the source's. */
export interface ExtraFieldSource {
  readonly level?: 'order' | 'line';
  readonly type: 'text' | 'decimal' | 'date' | 'boolean';
}

/** What a warehouse's field belongs to. */
export interface ExtraFieldTarget {
  readonly level: 'order' | 'line' | 'article';
}

/** A system that holds the goods. */
export interface WarehouseAdapter extends Adapter {
  /** Its sections of a connection: the account, and what lets the system call. */
  readonly shape: z.core.$ZodShape & Readonly<Record<'warehouse', z.core.$ZodType>>;
  /** The fields that a connection may fill, by what they are part of. */
  readonly extraFieldTargets: Readonly<
    Record<'orders' | 'articles', Readonly<Record<string, ExtraFieldTarget>>>
  >;
  /** What is wrong with several keys together, `shipments.reportAt` among them. */
  readonly check: (view: ConnectionView, reportAtWords: readonly string[]) => void;
  /** What is wrong with several connections together. */
  readonly checkTogether?: (views: readonly ConnectionView[]) => void;
  /**
   * @param connection its sections as they are written; free of faults
   * @param reportAt from which status an order counts as shipped: a word or a number
   */
  readonly read: (connection: unknown, reportAt: string) => WarehouseEnd;
}

/** A process of a connection: whether it runs, and how often. */
export interface ProcessSetting {
  readonly enabled: boolean;
  readonly everyMs: number;
}

/** Calls with the same key share one rate limiter. */
export interface Quota {
  readonly key: string;
  readonly limit: Omit<RateLimiterOptions, 'system'>;
}

/** One end of a connection. Its secrets stay wrapped until a call needs them. */
interface End {
  /** What identifies the account; not what opens it. */
  readonly account: readonly (string | number | null)[];
  /** As the adapter works by them, for whoever shows them. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly quota: Quota;
  /** What lets the system's server call about this connection; without it, it doesn't. */
  readonly webhook?: ConnectionWebhook;
}

/** A connection's source, as its settings have it. */
export interface SourceEnd extends End {
  /** In which operators read times. */
  readonly timeZone: string;
  readonly reportAt: string;
  /** Those that this source serves. */
  readonly processes: Readonly<Partial<Record<Sync, ProcessSetting>>>;
  /** Opens it; nothing is called yet. */
  readonly open: (dependencies: EndDependencies) => OpenedSource;
}

/** A connection's warehouse, as its settings have it. */
export interface WarehouseEnd extends End {
  /** Opens it; nothing is called yet. */
  readonly open: (dependencies: EndDependencies) => Warehouse & RegistryWarehouse;
}

/** What an end is opened with. */
export interface EndDependencies {
  readonly limiter: RateLimiter;
  /** The connection's own. */
  readonly breaker: CircuitBreaker;
  readonly observe: CallObserver;
  readonly log: Logger;
}

/** A source, and what else there is of it. */
export interface OpenedSource {
  readonly source: Source;
  /** Where it keeps articles. */
  readonly registry?: SourceRegistry;
  /** Hosts whose addresses may be private when a packing slip is fetched. */
  readonly packingSlipHosts?: readonly string[];
}

/**
 * A source adapter, of which the settings' schema says what its type is.
 * @param definition `end` gets the sections as the schema reads them
 */
export function sourceAdapter<Shape extends SourceAdapter['shape']>(
  definition: Omit<SourceAdapter, 'shape' | 'read'> & {
    readonly settings: z.ZodObject<Shape>;
    readonly end: (written: z.output<z.ZodObject<Shape>>) => SourceEnd;
  },
): SourceAdapter {
  const { settings, end, ...rest } = definition;
  return {
    ...rest,
    shape: settings.shape,
    read: (connection) => end(settings.parse(connection)),
  };
}

/** The same for a warehouse. */
export function warehouseAdapter<Shape extends WarehouseAdapter['shape']>(
  definition: Omit<WarehouseAdapter, 'shape' | 'read'> & {
    readonly settings: z.ZodObject<Shape>;
    readonly end: (written: z.output<z.ZodObject<Shape>>, reportAt: string) => WarehouseEnd;
  },
): WarehouseAdapter {
  const { settings, end, ...rest } = definition;
  return {
    ...rest,
    shape: settings.shape,
    read: (connection, reportAt) => end(settings.parse(connection), reportAt),
  };
}
