import type { ConnectionState } from './connection-state.ts';

/** The shares of an interval between which chance decides, so that a namespace's connections spread. */
const soonest = 0.5;
const latest = 1.5;

/** Plans when orders that have been open for long renew their runs, where `apply` asked for it. */
export function planRenewal(state: ConnectionState): void {
  const everyMs = state.configured.renewal?.everyMs;
  const planned = Date.parse(state.nextRenewalAt ?? '');
  if (everyMs === undefined) {
    state.nextRenewalAt = undefined;
  } else if (!(planned <= Date.now() + everyMs * latest)) {
    const wait = everyMs * (soonest + Math.random() * (latest - soonest));
    state.nextRenewalAt = new Date(Date.now() + wait).toISOString();
  }
}

/** Whether they are to renew them now. */
export const isRenewalDue = ({ nextRenewalAt }: ConnectionState): boolean =>
  nextRenewalAt !== undefined && Date.parse(nextRenewalAt) <= Date.now();
