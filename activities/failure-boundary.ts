import { Context } from '@temporalio/activity';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';

import { type FailureDetails, failureTypes } from '../src/domain/failure-details.ts';
import { SystemFailure } from '../src/domain/system-failure.ts';

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;
const heartbeatEveryMs = 4_000;

/**
 * Runs an activity's step and lets a failed vendor call leave it as the failure that Temporal and
 * the workflow understand: with the vendor's own delay, or as one that retrying doesn't cure.
 * What the step says to remember is there for the next attempt as heartbeat details.
 */
export async function atBoundary<Result>(
  step: (remember: (done: unknown) => void) => Promise<Result>,
): Promise<Result> {
  const context = Context.current();
  // A worker that dies is missed within the heartbeat timeout instead of the whole time allowed, and
  // an activity that is cancelled hears of it. A short one never gets as far as to beat.
  let done: unknown = context.info.heartbeatDetails;
  let gotOn = false;
  const remember = (now: unknown) => {
    done = now;
    gotOn = true;
    context.heartbeat(done);
  };
  const beating = setInterval(() => context.heartbeat(done), heartbeatEveryMs);
  try {
    return await step(remember);
  } catch (error) {
    throw error instanceof SystemFailure ? applicationFailure(error, gotOn) : error;
  } finally {
    clearInterval(beating);
  }
}

/** @param gotOn this attempt did some of the work: the next one needn't wait as long as its number says */
function applicationFailure(failure: SystemFailure, gotOn: boolean): ApplicationFailure {
  const { decision, system, message } = failure;
  const details: FailureDetails = { system, text: message };
  switch (decision.kind) {
    case 'retry':
      return ApplicationFailure.create({
        type: failureTypes.retry,
        message,
        nextRetryDelay:
          decision.afterMs ?? quickRetryDelay(gotOn ? 1 : Context.current().info.attempt),
        details: [
          { ...details, answerLost: decision.answerLost === true } satisfies FailureDetails,
        ],
      });
    case 'attention':
      return ApplicationFailure.create({
        type: failureTypes.attention,
        message,
        nonRetryable: true,
        category: ApplicationFailureCategory.BENIGN,
        details: [
          {
            ...details,
            attention: { kind: decision.attention, faults: decision.faults },
          } satisfies FailureDetails,
        ],
      });
    case 'incident':
      return ApplicationFailure.create({
        type: failureTypes.incident,
        message,
        nonRetryable: true,
        details: [
          {
            ...details,
            answerLost: decision.answerLost === true,
            incident: {
              kind: decision.incident,
              todo: decision.todo,
              ...(decision.untilMs === undefined ? {} : { nextProbeAtMs: decision.untilMs }),
            },
          } satisfies FailureDetails,
        ],
      });
  }
}

/** Doubles from a second to half a minute; the second half is chance, so that orders don't march. */
function quickRetryDelay(attempt: number): number {
  const delay = Math.min(firstRetryMs * 2 ** (attempt - 1), longestRetryMs);
  return delay / 2 + Math.random() * (delay / 2);
}
