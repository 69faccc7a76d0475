import { noopMetricMeter } from '@temporalio/common';
import type { Logger } from 'pino';

import type { Happening, OpenConnection } from '../../activities/activity-dependencies.ts';
import type { Configuration, Connection } from '../connections/configuration.ts';
import { followConfiguration } from '../connections/follow.ts';
import {
  connectionSignals,
  connectionStages,
  connectionWorkflowId,
  workflowTypes,
} from '../domain/names.ts';
import type { OrderReference } from '../domain/order.ts';
import type { CallObserver } from '../systems/kit/call-context.ts';
import { Metrics } from './metrics/metrics.ts';
import type { Adapters } from '../systems/ports/adapter.ts';
import { RateLimiters } from './rate-limiters.ts';
import { openConnection } from './open-connection.ts';
import type { TemporalAccess } from './temporal-access.ts';
import type { WorkflowCode } from './workflow-code.ts';
import { type RunningWorkers, startConnectionWorkers, startWorkflowWorker } from './worker-set.ts';

export interface WorkerProcessOptions {
  readonly access: TemporalAccess;
  readonly configuration: Configuration;
  /** Followed for changes; without it the configuration stays as given. */
  readonly file?: string;
  /** Only these connections; all others are some other process's. */
  readonly only?: readonly string[];
  readonly log: Logger;
  readonly tell?: (happening: Happening) => void;
  readonly observe?: CallObserver;
  /** What happens is counted here; by default nowhere. */
  readonly metrics?: Metrics;
  /** The systems that a changed file may name; those that Crossdock knows where it is left out. */
  readonly adapters?: Adapters;
  /** Paced otherwise than the vendors ask, for simulated ones that ask for nothing. */
  readonly limiters?: RateLimiters;
  /** How much memory the workflows that wait may take. */
  readonly workflowCacheMegabytes?: number;
  readonly workflowCode?: WorkflowCode;
}

/** The workers of one process, and the configuration that they work by. */
export interface RunningWorkerProcess extends RunningWorkers {
  /** As the file says it now. */
  readonly configuration: () => Configuration;
}

interface Served {
  /** By which changed settings are recognised, secrets included: compared in memory, never shown. */
  settings: string;
  open: OpenConnection;
  readonly workers: RunningWorkers;
}

/**
 * Starts everything that one worker process runs: the workflows, and the activities of its
 * connections. A changed configuration file counts within seconds, without a restart.
 */
export async function startWorkerProcess(
  options: WorkerProcessOptions,
): Promise<RunningWorkerProcess> {
  const { access, log, metrics = new Metrics(noopMetricMeter) } = options;
  const limiters = options.limiters ?? new RateLimiters();
  const served = new Map<string, Served>();
  const observe: CallObserver = (record) => {
    log.debug(record, 'vendor call');
    metrics.vendorCall(record);
    options.observe?.(record);
  };
  const open = (connection: Connection) =>
    openConnection(connection, { client: access.client, limiters, log, metrics, observe });

  let failed: (error: unknown) => void = () => {};
  const failure = new Promise<never>((_resolve, reject) => {
    failed = reject;
  });
  failure.catch(() => {});

  const serve = async (connection: Connection) => {
    const settings = connection.written.reveal();
    const known = served.get(connection.id);
    if (known !== undefined) {
      if (known.settings === settings) return;
      known.settings = settings;
      known.open = open(connection);
      probeSoon(access, connection.id);
      log.info({ connection: connection.id }, 'works by the changed configuration from now on');
      return;
    }
    const opened = open(connection);
    const dependencies = {
      connection: () => served.get(connection.id)?.open ?? opened,
      temporal: access.client,
      tell: (text: string, order?: OrderReference) =>
        options.tell?.({ connection: connection.id, order, text }),
    };
    const workers = await startConnectionWorkers(access, connection.id, dependencies, {
      log,
      metrics,
    });
    served.set(connection.id, { settings, open: opened, workers });
    workers.ended.catch(failed);
    log.info({ connection: connection.id }, 'serves the connection');
  };

  let current = options.configuration;
  const serveAll = async (configuration: Configuration) => {
    current = configuration;
    const wanted = configuration.connections.filter(
      ({ id, runnable }) => runnable && (options.only?.includes(id) ?? true),
    );
    const isNew = wanted.some(({ id }) => !served.has(id));
    await Promise.all(wanted.map(serve));
    if (isNew) probeTroubled(access, served, log);
    for (const [id, { workers }] of served) {
      if (wanted.some((connection) => connection.id === id)) continue;
      served.delete(id);
      workers.stop();
      log.info({ connection: id }, 'no longer in the configuration');
    }
  };

  const [workflows] = await Promise.all([
    startWorkflowWorker(access, options.workflowCode, options.workflowCacheMegabytes),
    serveAll(options.configuration),
  ]);
  workflows.ended.catch(failed);
  const following =
    options.file === undefined
      ? undefined
      : followConfiguration(options.file, {
          env: process.env,
          adapters: options.adapters,
          onChange: async (configuration) => {
            await serveAll(configuration);
            log.info('the configuration changed; run `crossdock apply` if schedules did');
          },
          onFault: (faults) => {
            log.error(
              { faults },
              'the changed configuration can’t be used; the last good one stays',
            );
          },
        });

  let stopped: (value: void) => void = () => {};
  const stopping = new Promise<void>((resolve) => {
    stopped = resolve;
  });
  const stop = () => {
    following?.stop();
    workflows.stop();
    for (const { workers } of served.values()) workers.stop();
    stopped();
  };
  const ended = (async () => {
    try {
      await Promise.race([stopping, failure]);
    } finally {
      stop();
      await Promise.allSettled([
        workflows.ended,
        ...[...served.values()].map(({ workers }) => workers.ended),
      ]);
    }
  })();
  return { ended, stop, configuration: () => current };
}

/**
 * Incidents of an earlier process may be over: has them looked at. Where all is well the connection's
 * workflow isn't woken: with hundreds of them that would cost memory and delay the start. One that 0.1.0
 * began doesn't say how it is.
 */
function probeTroubled(
  access: TemporalAccess,
  served: ReadonlyMap<string, Served>,
  log: Logger,
): void {
  const query = `WorkflowType = '${workflowTypes.connection}' AND ExecutionStatus = 'Running' AND (stage IS NULL OR stage = '${connectionStages.inTrouble}')`;
  const probe = async () => {
    const troubled = new Set<string>();
    for await (const { workflowId } of access.client.workflow.list({ query })) {
      troubled.add(workflowId);
    }
    for (const id of served.keys()) {
      if (troubled.has(connectionWorkflowId(id))) probeSoon(access, id);
    }
  };
  probe().catch((error: unknown) => {
    log.debug({ error: String(error) }, 'no incident could be looked for; run `crossdock apply`');
  });
}

/** An incident may be over with the settings that were changed: has it looked at. */
function probeSoon({ client }: TemporalAccess, connection: string): void {
  client.workflow
    .getHandle(connectionWorkflowId(connection))
    .signal(connectionSignals.probeNow)
    .catch(() => {
      // `apply` hasn't been run yet: there is no incident to look at.
    });
}
