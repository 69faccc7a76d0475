import { setMaxListeners } from 'node:events';

import { Context } from '@temporalio/activity';

import type { CallContext, Priority } from '../src/systems/kit/call-context.ts';

/** An activity's HTTP calls end this long before its own time is up, so that none outlives it. */
const marginMs = 10_000;

/**
 * The circumstances of a vendor call made by the current activity.
 * @param mayBeApplied the workflow knows of an earlier attempt whose answer was lost
 */
export function vendorCall(priority: Priority, mayBeApplied = false): CallContext {
  const context = Context.current();
  const { info } = context;
  // One caller may ask for many things at once, each of which listens.
  setMaxListeners(0, context.cancellationSignal);
  return {
    signal: context.cancellationSignal,
    deadline: Date.now() + info.startToCloseTimeoutMs - marginMs,
    priority,
    answerMayBeLost: mayBeApplied || info.attempt > 1,
  };
}
