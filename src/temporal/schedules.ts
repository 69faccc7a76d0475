import { createHash } from 'node:crypto';

import {
  type Client,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
  type ScheduleOptions,
} from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';

import { searchAttributeKeys } from '../../activities/search-attribute-keys.ts';
import { scheduleId, workflowQueue } from '../domain/names.ts';
import { type Sync, syncs } from '../domain/syncs/syncs.ts';
import type { FeedRunInput } from '../domain/syncs/feed-cursor.ts';

/** One process of one connection, as the configuration wants it. */
export interface WantedSchedule {
  readonly connection: string;
  readonly connectionName: string;
  readonly process: Sync;
  readonly enabled: boolean;
  readonly everyMs: number;
}

/** Stands on schedules that the configuration switched off, so that a person's pause is told apart. */
const switchedOff = 'switched off in the configuration';
/** Marks a schedule as ours; schedules of others in the namespace are left alone. */
const ourMemo = { crossdock: 'process' };

/** A missed run is made up for within this; the next run reads what it missed anyway. */
const catchupWindowMs = 5 * 60_000;
const runsUntilTimeout = 3;
const shortestRunTimeoutMs = 5 * 60_000;

/** Makes the schedule as wanted. Says what it did, or undefined where nothing was to do. */
export async function ensureSchedule(
  client: Client,
  wanted: WantedSchedule,
): Promise<string | undefined> {
  const id = scheduleId(wanted.connection, wanted.process);
  const handle = client.schedule.getHandle(id);
  const options = optionsOf(wanted);
  try {
    const before = await handle.describe();
    const { paused, note } = restOf(before.state, wanted.enabled);
    const every = before.spec.intervals?.[0]?.every;
    if (every === wanted.everyMs && paused === before.state.paused) return undefined;
    await handle.update((previous) => ({
      ...previous,
      spec: options.spec,
      action: options.action,
      policies: options.policies,
      state: { ...previous.state, paused, note },
    }));
    if (paused !== before.state.paused) return `${id}: ${paused ? 'paused' : 'resumed'}`;
    return `${id}: every ${wanted.everyMs / 1_000} s`;
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
    const created = await client.schedule.create(options);
    // Not with `triggerImmediately`: such a run overlaps others and its cursor isn't remembered.
    if (wanted.enabled) await created.trigger(ScheduleOverlapPolicy.SKIP);
    return wanted.enabled
      ? `${id}: created, every ${wanted.everyMs / 1_000} s`
      : `${id}: created, switched off`;
  }
}

/**
 * Whether a schedule rests, and the note that says why. Only a pause of our own ends when the process is
 * switched on: a person's outlives a time in which the file switches it off.
 */
function restOf(
  before: { readonly paused: boolean; readonly note?: string },
  enabled: boolean,
): { readonly paused: boolean; readonly note: string } {
  const note = before.note ?? '';
  if (enabled && before.paused && note === switchedOff) return { paused: false, note: '' };
  if (enabled || before.paused) return { paused: before.paused, note };
  return { paused: true, note: switchedOff };
}

/** Removes schedules of ours that the configuration no longer has. Says which. */
export async function removeOtherSchedules(
  client: Client,
  wanted: readonly WantedSchedule[],
): Promise<string[]> {
  const ids = new Set(wanted.map((one) => scheduleId(one.connection, one.process)));
  const removed: string[] = [];
  for await (const schedule of client.schedule.list()) {
    const isOurs = schedule.memo?.['crossdock'] === ourMemo.crossdock;
    if (!isOurs || ids.has(schedule.scheduleId)) continue;
    if (await remove(client, schedule.scheduleId)) removed.push(`${schedule.scheduleId}: removed`);
  }
  return removed;
}

/** False where it was removed already: the list shows a schedule for some seconds after its end. */
async function remove(client: Client, id: string): Promise<boolean> {
  try {
    await client.schedule.getHandle(id).delete();
    return true;
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return false;
    throw error;
  }
}

function optionsOf(wanted: WantedSchedule): ScheduleOptions {
  const id = scheduleId(wanted.connection, wanted.process);
  const input: FeedRunInput = { connection: wanted.connection, everyMs: wanted.everyMs };
  const typedSearchAttributes = new TypedSearchAttributes([
    { key: searchAttributeKeys.connection, value: wanted.connection },
    { key: searchAttributeKeys.process, value: wanted.process },
  ]);
  return {
    scheduleId: id,
    spec: {
      intervals: [{ every: wanted.everyMs, offset: phaseOf(wanted.connection, wanted.everyMs) }],
    },
    action: {
      type: 'startWorkflow',
      workflowType: syncs[wanted.process].workflow,
      workflowId: id,
      taskQueue: workflowQueue,
      args: [input],
      workflowRunTimeout: Math.max(wanted.everyMs * runsUntilTimeout, shortestRunTimeoutMs),
      typedSearchAttributes,
      staticSummary: `${wanted.connectionName}: ${wanted.process}`,
    },
    policies: {
      overlap: ScheduleOverlapPolicy.SKIP,
      catchupWindow: catchupWindowMs,
    },
    ...(wanted.enabled ? {} : { state: { paused: true, note: switchedOff } }),
    memo: ourMemo,
    typedSearchAttributes,
  };
}

/** The same for all processes of a connection and different between connections: they spread out. */
function phaseOf(connection: string, everyMs: number): number {
  const hash = createHash('sha256').update(connection).digest().readUInt32BE(0);
  return Math.floor((hash / 2 ** 32) * (everyMs / 1_000)) * 1_000;
}
