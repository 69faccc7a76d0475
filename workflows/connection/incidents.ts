import type { ActivityFailure } from '@temporalio/common';

import type { End, Incident } from '../../src/domain/incident.ts';
import { failureDetails } from '../stored.ts';
import type { ConnectionState } from './connection-state.ts';

/** The wait between two probes when the circuit breaker that opened names none. */
const probeMs = 60_000;
/** The least wait between two probes: a circuit breaker's word is taken, but never as "at once". */
const leastProbeMs = 2_000;
const ends = ['source', 'warehouse'] as const;

export function open(state: ConnectionState, opened: Incident): void {
  const since = state.incidents[opened.end]?.since ?? opened.since;
  state.incidents[opened.end] = { ...opened, since };
}

export function close(state: ConnectionState, end: End): void {
  if (state.incidents[end] === undefined) return;
  delete state.incidents[end];
  if (!state.recovered.includes(end)) state.recovered.push(end);
}

/** Has every end in trouble asked at once. */
export function probeSoon(state: ConnectionState): void {
  for (const end of ends) {
    const incident = state.incidents[end];
    if (incident === undefined) continue;
    state.incidents[end] = { ...incident, nextProbeAt: new Date().toISOString() };
  }
}

/** The trouble lasts: what the probe said of it counts from now on. */
export function renew(state: ConnectionState, end: End, failure: ActivityFailure): void {
  const incident = state.incidents[end];
  if (incident !== undefined) state.incidents[end] = renewed(incident, failure);
}

function renewed(incident: Incident, failure: ActivityFailure): Incident {
  const details = failureDetails(failure);
  const next = details?.incident?.nextProbeAtMs ?? Date.now() + probeMs;
  return {
    ...incident,
    kind: details?.incident?.kind ?? incident.kind,
    text: details?.text ?? incident.text,
    todo: details?.incident?.todo ?? incident.todo,
    nextProbeAt: new Date(Math.max(next, Date.now() + leastProbeMs)).toISOString(),
  };
}

/** The end to be asked now. */
export function dueProbe({ incidents }: ConnectionState, nowMs: number): End | undefined {
  return ends.find((end) => {
    const incident = incidents[end];
    return incident !== undefined && Date.parse(incident.nextProbeAt) <= nowMs;
  });
}

/** When an end is to be asked next, epoch milliseconds; undefined where all is well. */
export function nextProbeAt({ incidents }: ConnectionState): number | undefined {
  const times = Object.values(incidents).map((one) => Date.parse(one.nextProbeAt));
  return times.length === 0 ? undefined : Math.min(...times);
}
