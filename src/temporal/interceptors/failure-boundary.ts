import { Context } from '@temporalio/activity';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';

import { type FailureDetails, failureTypes } from '../../domain/failure-details.ts';
import type { End } from '../../domain/incident.ts';
import type { SystemFailure } from '../../domain/system-failure.ts';

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

/**
 * A failed vendor call as the failure that Temporal and the workflow understand: with the vendor's own
 * delay, or as one that retrying doesn't cure.
 * @param end the one that the activity calls, where the failure doesn't say
 * @param gotOn this attempt did some of the work: the next one needn't wait as long as its number says
 */
export function applicationFailure(
  failure: SystemFailure,
  end: End,
  gotOn: boolean,
): ApplicationFailure {
  const { decision, system, message } = failure;
  const about = { end: failure.end ?? end, system, text: message };
  const answerLost = decision.kind !== 'attention' && decision.answerLost === true;
  switch (decision.kind) {
    case 'retry':
      return ApplicationFailure.create({
        type: failureTypes.retry,
        message,
        nextRetryDelay:
          decision.afterMs ?? quickRetryDelay(gotOn ? 1 : Context.current().info.attempt),
        details: [{ ...about, answerLost } satisfies FailureDetails],
      });
    case 'attention': {
      const attention = { kind: decision.attention, faults: decision.faults };
      return ApplicationFailure.create({
        type: failureTypes.attention,
        message,
        nonRetryable: true,
        category: ApplicationFailureCategory.BENIGN,
        details: [{ ...about, attention } satisfies FailureDetails],
      });
    }
    case 'incident': {
      const { incident: kind, todo, untilMs: nextProbeAtMs } = decision;
      const incident = { kind, todo, nextProbeAtMs };
      return ApplicationFailure.create({
        type: failureTypes.incident,
        message,
        nonRetryable: true,
        details: [{ ...about, answerLost, incident } satisfies FailureDetails],
      });
    }
  }
}

/** Doubles from a second to half a minute; the second half is chance, so that orders don't march. */
function quickRetryDelay(attempt: number): number {
  const delay = Math.min(firstRetryMs * 2 ** (attempt - 1), longestRetryMs);
  return delay / 2 + Math.random() * (delay / 2);
}
