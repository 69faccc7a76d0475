import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';

import type { OpenConnection } from '../../activities/activity-dependencies.ts';
import { SuppliedProducts } from '../../activities/syncs/supplied-products.ts';
import type { Connection } from '../connections/configuration.ts';
import type { IncidentClosed } from '../domain/connection-messages.ts';
import type { End, Incident } from '../domain/incident.ts';
import { connectionSignals, connectionWorkflowId } from '../domain/names.ts';
import type { CallObserver } from '../systems/kit/call-context.ts';
import { CircuitBreaker } from '../systems/kit/pacing/circuit-breaker.ts';
import { atEnd } from './at-end.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { RateLimiters } from './rate-limiters.ts';

export interface OpenConnectionDependencies {
  readonly client: Client;
  readonly limiters: RateLimiters;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly observe: CallObserver;
}

/** Opens both ends of a connection, with rate limiters and circuit breakers; nothing is called yet. */
export function openConnection(
  connection: Connection,
  { client, limiters, log, metrics, observe }: OpenConnectionDependencies,
): OpenConnection {
  const tell = (signal: string, message: Incident | IncidentClosed) => {
    client.workflow
      .getHandle(connectionWorkflowId(connection.id))
      .signal(signal, message)
      .catch((error: unknown) => {
        log.warn(
          { connection: connection.id, signal, error: String(error) },
          'the connection’s workflow could not be told; run `crossdock apply`',
        );
      });
  };
  const breaker = (end: End, system: string) => {
    metrics.circuitBreaker(connection.id, end, false);
    return new CircuitBreaker({
      system,
      onOpen: (open) => {
        metrics.circuitBreaker(connection.id, end, true);
        log.error({ connection: connection.id, system, incident: open.kind }, open.text);
        tell(connectionSignals.incidentOpened, {
          end,
          system,
          kind: open.kind,
          text: open.text,
          todo: open.todo,
          since: new Date(open.since).toISOString(),
          nextProbeAt: new Date(open.nextProbeAt).toISOString(),
        });
      },
      onClose: () => {
        metrics.circuitBreaker(connection.id, end, false);
        log.info({ connection: connection.id, system }, 'answers again');
        tell(connectionSignals.incidentClosed, { end, at: new Date().toISOString() });
      },
    });
  };
  const dependencies = (end: End) => {
    const { quota, systemName: system } = connection[end];
    return {
      limiter: limiters.of(quota.key, { system, ...quota.limit }),
      breaker: breaker(end, system),
      observe,
      log,
    };
  };
  const warehouse = atEnd('warehouse', connection.warehouse.open(dependencies('warehouse')));
  const { source, registry, packingSlipHosts } = connection.source.open(dependencies('source'));
  return {
    id: connection.id,
    name: connection.name,
    timeZone: connection.source.timeZone,
    source: atEnd('source', source),
    warehouse,
    packingSlips: { allowHosts: packingSlipHosts ?? [] },
    registry: registry && {
      ...registry,
      source: atEnd('source', registry.source),
      suppliers: registry.suppliers && atEnd('source', registry.suppliers),
      warehouse,
      supplied: new SuppliedProducts(),
    },
  };
}
