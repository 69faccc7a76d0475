import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { WorkflowHandle } from '@temporalio/client';
import pino from 'pino';
import { inject } from 'vitest';
import { stringify } from 'yaml';

import type { Happening } from '../../activities/activity-dependencies.ts';
import { appliedConnections } from '../../src/cli/applied-connections.ts';
import { loadConfiguration } from '../../src/connections/load.ts';
import type { FeedCursor, FeedRunResult } from '../../src/domain/syncs/feed-cursor.ts';
import type { StockCursor, StockRunResult } from '../../src/domain/syncs/stock-run.ts';
import { orderWorkflowId, workflowQueue } from '../../src/domain/names.ts';
import { syncs } from '../../src/domain/syncs/syncs.ts';
import type {
  OperatorAnswer,
  OperatorArgument,
  OrderResult,
  OrderStatus,
} from '../../src/domain/order-messages.ts';
import {
  create24SevenOffice,
  type TwentyFourSevenOfficeOptions,
  type TwentyFourSevenOfficeSandbox,
} from '../../sandbox/24sevenoffice/24sevenoffice.ts';
import { sandboxCredential } from '../../sandbox/24sevenoffice/identities.ts';
import { createOngoing, type OngoingSandbox } from '../../sandbox/ongoing/ongoing.ts';
import type { OngoingOptions } from '../../sandbox/ongoing/options.ts';
import { type OrderDeskSandbox, createOrderDesk } from '../../sandbox/orderdesk/orderdesk.ts';
import { defaultOrderDeskOptions, type OrderDeskOptions } from '../../sandbox/orderdesk/options.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import type { Adapters } from '../../src/systems/ports/adapter.ts';
import { applyConnections } from '../../src/temporal/apply.ts';
import type { RateLimiters } from '../../src/temporal/rate-limiters.ts';
import type { TemporalAccess } from '../../src/temporal/temporal-access.ts';
import { startWorkerProcess } from '../../src/temporal/worker-process.ts';
import type { RunningWorkers } from '../../src/temporal/worker-set.ts';
import { eventually } from './eventually.ts';
import { openNamespace } from './namespace.ts';
import { UnpacedRateLimiters } from './unpaced-rate-limiters.ts';
import './quiet.ts';

export interface WorldOptions {
  /** Orders come from an Order Desk store instead of from the ERP. */
  readonly shop?: Partial<OrderDeskOptions>;
  /** Orders come from another system, which `adapters` knows. */
  readonly source?: object;
  readonly adapters?: Adapters;
  readonly catalog?: object;
  /** Laid over the connection's settings as they stand in crossdock.yaml. */
  readonly orders?: object;
  readonly shipments?: object;
  readonly warehouse?: object;
  readonly articles?: object;
  readonly suppliers?: object;
  readonly stock?: object;
  readonly webhooks?: object;
  readonly erp?: TwentyFourSevenOfficeOptions;
  readonly wms?: Partial<OngoingOptions>;
  /** How long every vendor call takes at least, in milliseconds. */
  readonly latencyMs?: number;
  /** Vendors are called as fast as they answer, as many at a time as ever. */
  readonly unpaced?: boolean;
  /** False: the workers are started by somebody else. */
  readonly workers?: boolean;
}

/** Everything real but the vendors: a namespace on the server, workers, both systems over sockets. */
export class World {
  readonly connection: 'nordlys' | 'havna';
  readonly access: TemporalAccess;
  readonly sandbox: Sandbox;
  readonly erp: TwentyFourSevenOfficeSandbox;
  readonly wms: OngoingSandbox;
  /** The store, where orders come from one. */
  readonly shop: OrderDeskSandbox;
  readonly happenings: Happening[] = [];
  readonly #folder: string;
  #adapters: Adapters | undefined;
  #workers: RunningWorkers | undefined;
  /** Where the next run of the stock goes on. */
  stockCursor: StockCursor | null = null;
  #cursors: Record<string, FeedCursor | null> = {};

  private constructor(
    access: TemporalAccess,
    sandbox: Sandbox,
    erp: TwentyFourSevenOfficeSandbox,
    wms: OngoingSandbox,
    shop: OrderDeskSandbox,
    folder: string,
    connection: 'nordlys' | 'havna',
  ) {
    this.connection = connection;
    this.shop = shop;
    this.access = access;
    this.sandbox = sandbox;
    this.erp = erp;
    this.wms = wms;
    this.#folder = folder;
  }

  static async open(options: WorldOptions = {}): Promise<World> {
    const erp = create24SevenOffice(options.erp);
    const wms = createOngoing(options.wms);
    const shop = createOrderDesk(options.shop);
    const sandbox = await startSandbox({
      vendors: [erp, wms, shop],
      ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
    });
    const access = await openNamespace(inject('temporalAddress'));
    const folder = await mkdtemp(join(tmpdir(), 'crossdock-world-'));
    const connection = options.shop === undefined ? 'nordlys' : 'havna';
    const world = new World(access, sandbox, erp, wms, shop, folder, connection);
    world.#adapters = options.adapters;
    await world.configure(options);
    await world.apply();
    if (options.workers !== false)
      await world.startWorkers(options.unpaced === true ? new UnpacedRateLimiters() : undefined);
    return world;
  }

  /** As `crossdock apply` does it. */
  async apply(): Promise<void> {
    const connections = appliedConnections(this.configuration().connections);
    const { failed } = await applyConnections(this.access, connections);
    if (failed.length > 0) throw new Error(failed.join('\n'));
  }

  /** The configuration file. */
  get file(): string {
    return join(this.#folder, 'crossdock.yaml');
  }

  /** Writes the configuration file; running workers take it up within seconds. */
  async configure(options: WorldOptions): Promise<void> {
    const source = options.source && { name: 'Nordlys AS', source: options.source };
    const connection = {
      ...(source ??
        (this.connection === 'havna'
          ? {
              name: 'Havna',
              source: {
                system: 'orderdesk',
                url: `${this.sandbox.url}/orderdesk/api/v2`,
                storeId: defaultOrderDeskOptions.storeId,
                apiKey: defaultOrderDeskOptions.apiKey,
              },
              catalog: { enabled: false, ...options.catalog },
            }
          : {
              name: 'Nordlys AS',
              source: {
                system: '24sevenoffice',
                url: `${this.sandbox.url}/24sevenoffice`,
                ...sandboxCredential,
              },
              articles: { enabled: false, ...options.articles },
              suppliers: { enabled: false, ...options.suppliers },
            })),
      warehouse: {
        system: 'ongoing',
        url: `${this.sandbox.url}/ongoing/nord`,
        username: 'sandbox',
        password: 'sandbox',
        goodsOwnerId: 101,
        ...options.warehouse,
      },
      // The tests run the processes themselves; the schedules stay out of their way.
      orders: { enabled: false, ...options.orders },
      shipments: { enabled: false, ...options.shipments },
      ...(source === undefined ? { stock: { enabled: false, ...options.stock } } : {}),
      ...(options.webhooks === undefined ? {} : { webhooks: options.webhooks }),
    };
    await writeFile(this.file, stringify({ connections: { [this.connection]: connection } }));
  }

  configuration() {
    const loaded = loadConfiguration(this.file, { adapters: this.#adapters });
    if (!loaded.ok) throw new Error(loaded.faults.map(({ text }) => text).join('\n'));
    return loaded.configuration;
  }

  async startWorkers(limiters?: RateLimiters): Promise<void> {
    this.#workers = await startWorkerProcess({
      access: this.access,
      configuration: this.configuration(),
      adapters: this.#adapters,
      file: this.file,
      log: pino({ level: process.env['CROSSDOCK_LOG_LEVEL'] ?? 'silent' }),
      tell: (happening) => this.happenings.push(happening),
      ...(limiters === undefined ? {} : { limiters }),
      workflowCode: { workflowBundle: { codePath: inject('workflowBundle') } },
    });
  }

  async stopWorkers(): Promise<void> {
    this.#workers?.stop();
    await this.#workers?.ended;
  }

  /** One run of the import, from where the last one ended. */
  async importOrders(): Promise<FeedRunResult> {
    return await this.#run(syncs.orders.workflow);
  }

  /** One run of the tracking of shipments, from where the last one ended. */
  async trackShipments(): Promise<FeedRunResult> {
    return await this.#run(syncs.shipments.workflow);
  }

  /** One run of articles, catalogue or suppliers, from where the last one ended. */
  async sync(process: 'articles' | 'catalog' | 'suppliers', full = false): Promise<FeedRunResult> {
    return await this.#run(syncs[process].workflow, { full });
  }

  /** One run of the stock, from where the last one ended. */
  async syncStock(full = false): Promise<StockRunResult> {
    const result: StockRunResult = await this.access.client.workflow.execute(syncs.stock.workflow, {
      workflowId: `${this.connection}:stock:${Math.random()}`,
      taskQueue: workflowQueue,
      args: [{ connection: this.connection, everyMs: 60_000, full, cursor: this.stockCursor }],
    });
    this.stockCursor = result.cursor;
    return result;
  }

  /** The next runs begin as if Temporal had forgotten the ones before. */
  forgetCursors(): void {
    this.#cursors = {};
  }

  async #run(workflowType: string, more: { full?: boolean } = {}): Promise<FeedRunResult> {
    const result: FeedRunResult = await this.access.client.workflow.execute(workflowType, {
      workflowId: `${this.connection}:${workflowType}:${Date.now()}:${Math.random()}`,
      taskQueue: workflowQueue,
      args: [
        {
          connection: this.connection,
          everyMs: 60_000,
          cursor: this.#cursors[workflowType] ?? undefined,
          ...more,
        },
      ],
    });
    this.#cursors[workflowType] = result.cursor;
    return result;
  }

  order(id: string): WorkflowHandle {
    return this.access.client.workflow.getHandle(orderWorkflowId(this.connection, id));
  }

  async status(id: string): Promise<OrderStatus> {
    return await this.order(id).query<OrderStatus>('status');
  }

  async result(id: string): Promise<OrderResult> {
    return (await this.order(id).result()) as OrderResult;
  }

  /** What an operator gets for a message sent as an update. */
  async ask(
    id: string,
    message: 'resend' | 'cancel' | 'acknowledge' | 'report' | 'release',
    argument: OperatorArgument = {},
  ): Promise<OperatorAnswer> {
    return await this.order(id).executeUpdate<OperatorAnswer, [OperatorArgument]>(message, {
      args: [argument],
    });
  }

  /** Waits until the order's status is as wanted. */
  async until(
    id: string,
    what: string,
    holds: (status: OrderStatus) => boolean,
    withinMs = 50_000,
  ): Promise<OrderStatus> {
    let last: OrderStatus | undefined;
    try {
      return await eventually(
        async () => {
          try {
            last = await this.status(id);
          } catch {
            // Not started yet.
            return undefined;
          }
          return holds(last) ? last : undefined;
        },
        { what, withinMs },
      );
    } catch (error) {
      throw new Error(`${String(error)}; the order: ${JSON.stringify(last, undefined, 1)}`, {
        cause: error,
      });
    }
  }

  /** Which kinds of attention an order needs now. */
  async attention(id: string): Promise<string[]> {
    return (await this.status(id)).attention.map(({ kind }) => kind);
  }

  async close(): Promise<void> {
    await this.stopWorkers();
    await this.access.close();
    await this.sandbox.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
