import { type Client, ScheduleNotFoundError } from '@temporalio/client';

import { type Process, scheduleId } from '../src/domain/names.ts';

/** Whether a person, or the configuration, has a process rest. One that was never applied doesn't. */
export async function isPaused(
  temporal: Client,
  connection: string,
  process: Process,
): Promise<boolean> {
  try {
    const { state } = await temporal.schedule.getHandle(scheduleId(connection, process)).describe();
    return state.paused;
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return false;
    throw error;
  }
}
