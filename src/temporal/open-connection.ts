import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';

import type { OpenConnection } from '../../activities/activity-dependencies.ts';
import { SuppliedProducts } from '../../activities/supplied-products.ts';
import {
  ongoingSettings,
  registrySettings,
  twentyFourSevenOfficeSettings,
} from '../connections/adapter-settings.ts';
import type { Connection } from '../connections/configuration.ts';
import type { IncidentClosed, IncidentOpened } from '../domain/connection-messages.ts';
import type { End } from '../domain/incident.ts';
import { connectionSignals, connectionWorkflowId } from '../domain/names.ts';
import { open24SevenOffice } from '../systems/24sevenoffice/open.ts';
import type { CallObserver } from '../systems/call.ts';
import { openOngoingRest } from '../systems/ongoing/open.ts';
import { Circuit } from '../systems/pacing/circuit.ts';
import type { Lanes } from './lanes.ts';

export interface OpenConnectionDependencies {
  readonly client: Client;
  readonly lanes: Lanes;
  readonly log: Logger;
  readonly observe: CallObserver;
}

/** 24SevenOffice counts 7,200 requests an hour, as far as is known by the address they come from. */
const sourceLane = {
  system: '24SevenOffice',
  concurrency: 4,
  perInterval: { starts: 20, intervalMs: 1_000 },
  requestTimeoutMs: 70_000,
};

/** Ongoing asks for one call at a time for each goods owner. */
const warehouseLane = { system: 'Ongoing WMS', concurrency: 1, requestTimeoutMs: 30_000 };

/** Opens both ends of a connection, with lanes and circuits; nothing is called yet. */
export function openConnection(
  connection: Connection,
  { client, lanes, log, observe }: OpenConnectionDependencies,
): OpenConnection {
  const tell = (signal: string, message: IncidentOpened | IncidentClosed) => {
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
  const circuit = (end: End, system: string) =>
    new Circuit({
      system,
      onOpen: (open) => {
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
        log.info({ connection: connection.id, system }, 'answers again');
        tell(connectionSignals.incidentClosed, { end, at: new Date().toISOString() });
      },
    });
  const settings = twentyFourSevenOfficeSettings(connection);
  const account = ongoingSettings(connection);
  const source = open24SevenOffice(settings, {
    lane: lanes.of(`24sevenoffice ${new URL(settings.url).host}`, sourceLane),
    circuit: circuit('source', sourceLane.system),
    observe,
    log,
  });
  const warehouse = openOngoingRest(account, {
    lane: lanes.of(`ongoing ${account.url} ${account.goodsOwnerId}`, warehouseLane),
    circuit: circuit('warehouse', warehouseLane.system),
    observe,
    log,
  });
  return {
    id: connection.id,
    name: connection.name,
    timeZone: settings.timeZone,
    source,
    warehouse,
    registry: {
      source,
      warehouse,
      ...registrySettings(connection),
      supplied: new SuppliedProducts(),
    },
  };
}
