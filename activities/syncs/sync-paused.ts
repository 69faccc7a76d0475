import { type Client, ScheduleNotFoundError } from '@temporalio/client';

import { scheduleId } from '../../src/domain/names.ts';
import type { Sync } from '../../src/domain/syncs/syncs.ts';

/** Whether a person, or the configuration, has a process rest. One that was never applied doesn't. */
export async function isPaused(
  temporal: Client,
  connection: string,
  process: Sync,
): Promise<boolean> {
  try {
    const { state } = await temporal.schedule.getHandle(scheduleId(connection, process)).describe();
    return state.paused;
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return false;
    throw error;
  }
}
