import { attentionKinds } from '../attention.ts';
import type { FailureDetails } from '../failure-details.ts';
import { flag, maybe, members, number, oneOf, text } from './read.ts';
import { problems } from './read-snapshot.ts';

export const readEnd = oneOf('source', 'warehouse');
export const readIncidentKind = oneOf('login rejected', 'unreachable', 'quota spent');

export const readFailureDetails = members<FailureDetails>({
  end: maybe(readEnd),
  system: text,
  text,
  answerLost: maybe(flag),
  attention: maybe(
    members<NonNullable<FailureDetails['attention']>>({
      kind: oneOf(...attentionKinds),
      faults: problems,
    }),
  ),
  incident: maybe(
    members<NonNullable<FailureDetails['incident']>>({
      kind: readIncidentKind,
      todo: text,
      nextProbeAtMs: maybe(number),
    }),
  ),
});
