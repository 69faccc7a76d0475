import type { Wants } from './order-state.ts';

/** What was wanted of an order as version 1 of the state, Crossdock 0.1.0's, had it. */
export interface FirstFlags {
  readonly known: boolean;
  readonly reopens: boolean;
  readonly putAgain: boolean;
  readonly refetch: boolean;
  readonly markPending: boolean;
  readonly holdReport: boolean;
  readonly reportForced: boolean;
  readonly cancel?: Wants['cancel'];
}

export function wantsOf(flags: FirstFlags): Wants {
  const wants: Wants = {};
  if (!flags.known) wants.look = 'not seen yet';
  if (flags.refetch) wants.fetch = flags.putAgain ? 'asked for' : 'faulty';
  if (flags.putAgain) wants.put = 'asked for';
  if (flags.reopens) wants.reopen = 'wanted again';
  if (flags.markPending) wants.mark = 'sent';
  if (flags.cancel !== undefined) wants.cancel = flags.cancel;
  if (flags.holdReport) wants.report = 'not by itself';
  if (flags.reportForced) wants.report = 'asked for';
  return wants;
}
