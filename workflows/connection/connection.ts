import { ActivityFailure } from '@temporalio/common';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  log,
  setCurrentDetails,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';

import type { ConnectionStatus } from '../../src/domain/connection-messages.ts';
import { connectionSignals } from '../../src/domain/names.ts';
import { rulesOfToday } from '../../src/domain/order-input.ts';
import { type Read, Unreadable } from '../../src/domain/reading/read.ts';
import {
  readClosed,
  readConfigured,
  readFailed,
  readIncident,
  readRecovered,
} from '../../src/domain/reading/read-connection.ts';
import { connectionActivities } from './connection-activities.ts';
import { connectionDetails } from './connection-details.ts';
import { writeStage } from './connection-stage.ts';
import {
  type ConnectionInput,
  type ConnectionState,
  newConnectionState,
} from './connection-state.ts';
import { connectionStatus } from './connection-status.ts';
import { close, dueProbe, nextProbeAt, open, probeSoon, renew } from './incidents.ts';
import { readConnectionInput } from './read-connection-input.ts';
import { isRenewalDue, planRenewal } from './renewal.ts';

const statusQuery = defineQuery<ConnectionStatus>('status');

const longestHistory = 300;
const shortestWaitMs = 1_000;

/**
 * The page of one connection: what is wrong with it as a whole. It lives for ever, probes a system
 * in trouble, wakes the orders that waited once it answers again, and once a day has the orders that
 * have been open for long renew their runs.
 */
export async function connection(given: ConnectionInput): Promise<never> {
  const input = readConnectionInput(given);
  const state = input.state ?? newConnectionState(input.configured);
  let news = false;
  const on = <Message>(
    signal: string,
    read: Read<Message>,
    take: (message: Message) => void,
  ): void => {
    setHandler(defineSignal<[unknown]>(signal), (message) => {
      try {
        take(read(message, `the signal ${signal}`));
        news = true;
      } catch (error) {
        // One that says nothing must not keep the others from being heard.
        if (!(error instanceof Unreadable)) throw error;
        log.warn(error.message);
      }
    });
  };
  on(connectionSignals.configured, readConfigured, (configured) => {
    state.configured = configured;
    // What was wrong may be what was changed: ask at once.
    probeSoon(state);
  });
  on(connectionSignals.incidentOpened, readIncident, (opened) => open(state, opened));
  on(connectionSignals.incidentClosed, readClosed, ({ end }) => close(state, end));
  on(connectionSignals.processFailed, readFailed, ({ process, text, at }) => {
    const { times = 0, since = at } = state.failing[process] ?? {};
    state.failing[process] = { times: times + 1, since, text };
  });
  on(connectionSignals.processRecovered, readRecovered, ({ process }) => {
    delete state.failing[process];
  });
  on(
    connectionSignals.probeNow,
    () => undefined,
    () => probeSoon(state),
  );
  setHandler(statusQuery, () => connectionStatus(input.connection, state));

  const again = async () =>
    await continueAsNew<typeof connection>({ ...input, rules: rulesOfToday, state });
  const activities = connectionActivities(input.connection, state);
  for (;;) {
    news = false;
    planRenewal(state);
    if (input.rules !== undefined) writeStage(state);
    setCurrentDetails(connectionDetails(state));
    const due = dueProbe(state, Date.now());
    if (state.recovered.length > 0) {
      state.recovered = [];
      await activities.waiting.wakeOrders();
      // An order that began to wait in the very moment of the recovery isn't listed at once.
      await sleep('5 seconds', { summary: 'Look once more for orders that wait' });
      await activities.waiting.wakeOrders();
      state.waitingOrders = 0;
    } else if (due !== undefined) {
      try {
        await activities.probe(due);
        close(state, due);
      } catch (error) {
        if (!(error instanceof ActivityFailure)) throw error;
        renew(state, due, error);
      }
      if (state.incidents[due] !== undefined) {
        state.waitingOrders = await activities.waiting.countWaitingOrders();
      }
    } else if (isRenewalDue(state)) {
      await renewLongOrders(activities, state);
      if (input.rules === undefined && !news) await again();
    } else {
      const info = workflowInfo();
      if (info.continueAsNewSuggested || info.historyLength > longestHistory) {
        await condition(allHandlersFinished);
        if (!news) await again();
      }
      await untilDue(state, () => news);
    }
  }
}

/** An order that isn't told today is told tomorrow. */
async function renewLongOrders(
  { long }: ReturnType<typeof connectionActivities>,
  state: ConnectionState,
): Promise<void> {
  const olderThanMs = state.configured.renewal?.olderThanMs ?? Infinity;
  state.nextRenewalAt = undefined;
  try {
    await long.renewOrders(olderThanMs);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
  }
}

async function untilDue(state: ConnectionState, isNews: () => boolean): Promise<void> {
  const probeAt = nextProbeAt(state);
  const renewalAt = Date.parse(state.nextRenewalAt ?? '') || Infinity;
  const next = Math.min(probeAt ?? Infinity, renewalAt);
  if (next === Infinity) {
    await condition(isNews);
    return;
  }
  await condition(isNews, Math.max(next - Date.now(), shortestWaitMs), {
    summary: next === probeAt ? 'Until the next probe' : 'Until long-open orders renew their runs',
  });
}
