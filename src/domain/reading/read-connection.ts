import type {
  ConnectionConfigured,
  IncidentClosed,
  ProcessFailed,
  ProcessRecovered,
} from '../connection-messages.ts';
import type { Incident } from '../incident.ts';
import { syncNames } from '../syncs/syncs.ts';
import { flag, maybe, type Members, members, number, oneOf, type Read, text } from './read.ts';
import { readEnd, readIncidentKind } from './read-failure-details.ts';

/** A table whose keys are known words; what another version knew besides is left out. */
export function tableOf<Word extends string, Value>(
  words: readonly Word[],
  read: Read<Value>,
): Read<Partial<Record<Word, Value>>> {
  const of = Object.fromEntries(words.map((word) => [word, maybe(read)]));
  return members<Partial<Record<Word, Value>>>(of as Members<Partial<Record<Word, Value>>>);
}

export const readConfigured = members<ConnectionConfigured>({
  name: text,
  source: text,
  warehouse: text,
  timeZone: text,
  fingerprint: text,
  processes: tableOf(
    syncNames,
    members<{ enabled: boolean; everyMs: number }>({ enabled: flag, everyMs: number }),
  ),
  renewal: maybe(
    members<NonNullable<ConnectionConfigured['renewal']>>({ everyMs: number, olderThanMs: number }),
  ),
});

export const readIncident = members<Incident>({
  end: readEnd,
  system: text,
  kind: readIncidentKind,
  since: text,
  text,
  todo: text,
  nextProbeAt: text,
});
export const readClosed = members<IncidentClosed>({ end: readEnd, at: text });

const readSync = oneOf(...syncNames);
export const readFailed = members<ProcessFailed>({ process: readSync, text, at: text });
export const readRecovered = members<ProcessRecovered>({ process: readSync, at: text });
