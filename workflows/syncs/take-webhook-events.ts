import { ActivityFailure, defineSignal, setHandler } from '@temporalio/workflow';

import { hintSignal } from '../../src/domain/names.ts';
import type { HintResult } from '../../src/domain/webhook-event.ts';
import { failureText } from './tell-connection.ts';

/**
 * Reads the order that hints speak of, once more for those that came while it was read: what they
 * speak of may have happened after the reading. A hint that can't be followed is left to the schedule.
 */
export async function takeHints(read: () => Promise<string>): Promise<HintResult> {
  let given = 0;
  setHandler(defineSignal(hintSignal), () => {
    given += 1;
  });
  for (;;) {
    const taken = given;
    try {
      const outcome = await read();
      if (given === taken) return { outcome };
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      return { outcome: `Left to the next run. ${failureText(error)}` };
    }
  }
}
