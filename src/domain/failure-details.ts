import type { AttentionKind } from './attention.ts';
import type { MappingProblem } from './mapping-problem.ts';
import type { End, IncidentKind } from './incident.ts';

/**
 * The types under which a failed activity reaches a workflow. They stand in histories and in retry
 * policies.
 */
export const failureTypes = {
  retry: 'Retry',
  attention: 'Attention',
  incident: 'Incident',
} as const;

/** What a failed activity tells its workflow, as the failure's only detail. */
export interface FailureDetails {
  /** Which end of the connection failed; 0.1.0 only named the system. */
  readonly end?: End;
  readonly system: string;
  readonly text: string;
  readonly answerLost?: boolean;
  readonly attention?: { readonly kind: AttentionKind; readonly faults: readonly MappingProblem[] };
  readonly incident?: {
    readonly kind: IncidentKind;
    readonly todo: string;
    readonly nextProbeAtMs?: number;
  };
}
