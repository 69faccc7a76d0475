import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';

import type { SourceActivities, WarehouseActivities } from '../../activities/index.ts';
import type {
  ConnectionConfigured,
  ConnectionStatus,
  IncidentClosed,
  IncidentOpened,
  ProcessFailed,
  ProcessRecovered,
} from '../../src/domain/connection-messages.ts';
import type { FailureDetails } from '../../src/domain/failure-details.ts';
import type { End, Incident } from '../../src/domain/incident.ts';
import { connectionSignals, sourceQueue, warehouseQueue } from '../../src/domain/names.ts';
import { connectionDetails } from './connection-details.ts';
import type { ConnectionInput, ConnectionState } from './connection-state.ts';

const configuredSignal = defineSignal<[ConnectionConfigured]>(connectionSignals.configured);
const openedSignal = defineSignal<[IncidentOpened]>(connectionSignals.incidentOpened);
const closedSignal = defineSignal<[IncidentClosed]>(connectionSignals.incidentClosed);
const failedSignal = defineSignal<[ProcessFailed]>(connectionSignals.processFailed);
const recoveredSignal = defineSignal<[ProcessRecovered]>(connectionSignals.processRecovered);
const probeNowSignal = defineSignal(connectionSignals.probeNow);
const statusQuery = defineQuery<ConnectionStatus>('status');

const longestHistory = 300;
/** The wait between two probes when the circuit breaker that opened names none. */
const probeMs = 60_000;
/** The least wait between two probes: a circuit breaker's word is taken, but never as "at once". */
const leastProbeMs = 2_000;

/**
 * The page of one connection: what is wrong with it as a whole. It lives for ever, probes a system
 * in trouble, and wakes the orders that waited once it answers again.
 */
export async function connection(input: ConnectionInput): Promise<never> {
  const state: ConnectionState = input.state ?? {
    version: 1,
    configured: input.configured,
    incidents: {},
    recovered: [],
    failing: {},
    waitingOrders: 0,
  };
  let news = false;
  const on = (change: () => void) => {
    change();
    news = true;
  };

  setHandler(configuredSignal, (configured) => on(() => takeConfigured(state, configured)));
  setHandler(openedSignal, (opened) =>
    on(() => {
      state.incidents[opened.end] = {
        ...opened,
        since: state.incidents[opened.end]?.since ?? opened.since,
      };
    }),
  );
  setHandler(closedSignal, ({ end }) => on(() => close(state, end)));
  setHandler(failedSignal, ({ process, text, at }) =>
    on(() => {
      const before = state.failing[process];
      state.failing[process] = {
        times: (before?.times ?? 0) + 1,
        since: before?.since ?? at,
        text,
      };
    }),
  );
  setHandler(recoveredSignal, ({ process }) => on(() => delete state.failing[process]));
  setHandler(probeNowSignal, () => on(() => probeSoon(state)));
  setHandler(statusQuery, () => status(input.connection, state));

  const source = proxyActivities<SourceActivities>({
    taskQueue: sourceQueue(input.connection),
    startToCloseTimeout: '90 seconds',
    heartbeatTimeout: '15 seconds',
    retry: { maximumAttempts: 1 },
    summary: `Does ${state.configured.source} answer again?`,
  });
  const warehouse = proxyActivities<WarehouseActivities>({
    taskQueue: warehouseQueue(input.connection),
    startToCloseTimeout: '90 seconds',
    heartbeatTimeout: '15 seconds',
    retry: { maximumAttempts: 1 },
    summary: `Does ${state.configured.warehouse} answer again?`,
  });
  const orders = proxyActivities<SourceActivities>({
    taskQueue: sourceQueue(input.connection),
    startToCloseTimeout: '5 minutes',
    retry: { maximumInterval: '30 seconds' },
    summary: 'Wake the orders that waited',
  });

  for (;;) {
    news = false;
    setCurrentDetails(connectionDetails(state));
    if (state.recovered.length > 0) {
      state.recovered = [];
      await orders.wakeOrders();
      // An order that began to wait in the very moment of the recovery isn't listed at once.
      await sleep('5 seconds', { summary: 'Look once more for orders that wait' });
      await orders.wakeOrders();
      state.waitingOrders = 0;
      continue;
    }
    const due = dueProbe(state, Date.now());
    if (due !== undefined) {
      await probe(state, due, async () =>
        due === 'source' ? await source.probeSource() : await warehouse.probeWarehouse(),
      );
      if (state.incidents[due] !== undefined) {
        state.waitingOrders = await orders.countWaitingOrders();
      }
      continue;
    }
    const info = workflowInfo();
    if (info.continueAsNewSuggested || info.historyLength > longestHistory) {
      await condition(allHandlersFinished);
      if (!news) {
        return await continueAsNew<typeof connection>({ ...input, state });
      }
    }
    const next = nextProbeAt(state);
    if (next === undefined) await condition(() => news);
    else {
      await condition(() => news, Math.max(next - Date.now(), 1_000), {
        summary: 'Until the next probe',
      });
    }
  }
}

function takeConfigured(state: ConnectionState, configured: ConnectionConfigured): void {
  state.configured = configured;
  // What was wrong may be what was changed: ask at once.
  probeSoon(state);
}

function probeSoon(state: ConnectionState): void {
  for (const [end, incident] of Object.entries(state.incidents)) {
    state.incidents[end as End] = { ...incident, nextProbeAt: new Date().toISOString() };
  }
}

function close(state: ConnectionState, end: End): void {
  if (state.incidents[end] === undefined) return;
  delete state.incidents[end];
  if (!state.recovered.includes(end)) state.recovered.push(end);
}

async function probe(state: ConnectionState, end: End, ask: () => Promise<void>): Promise<void> {
  try {
    await ask();
    close(state, end);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    const incident = state.incidents[end];
    if (incident === undefined) return;
    state.incidents[end] = renewed(incident, error);
  }
}

function renewed(incident: Incident, error: ActivityFailure): Incident {
  const { cause } = error;
  const details =
    cause instanceof ApplicationFailure ? (cause.details?.[0] as FailureDetails) : undefined;
  const next = details?.incident?.nextProbeAtMs ?? Date.now() + probeMs;
  return {
    ...incident,
    kind: details?.incident?.kind ?? incident.kind,
    text: details?.text ?? incident.text,
    todo: details?.incident?.todo ?? incident.todo,
    nextProbeAt: new Date(Math.max(next, Date.now() + leastProbeMs)).toISOString(),
  };
}

function dueProbe(state: ConnectionState, nowMs: number): End | undefined {
  return (['source', 'warehouse'] as const).find((end) => {
    const incident = state.incidents[end];
    return incident !== undefined && Date.parse(incident.nextProbeAt) <= nowMs;
  });
}

function nextProbeAt(state: ConnectionState): number | undefined {
  const times = Object.values(state.incidents).map((one) => Date.parse(one.nextProbeAt));
  return times.length === 0 ? undefined : Math.min(...times);
}

function status(id: string, state: ConnectionState): ConnectionStatus {
  return {
    connection: id,
    name: state.configured.name,
    incidents: Object.values(state.incidents),
    failing: Object.entries(state.failing).map(([process, failing]) => ({
      process: process as ConnectionStatus['failing'][number]['process'],
      ...failing,
    })),
  };
}
