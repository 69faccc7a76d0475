import type { AttentionKind } from './attention.ts';
import type { MappingProblem } from './mapping-problem.ts';
import type { End, IncidentKind } from './incident.ts';

/**
 * What follows from a failed call, decided once, where the call was made.
 * - `retry`: it passes by itself. `afterMs` is the vendor's own delay. `answerLost`: the request may
 *   have been carried out, so look before writing again. `unreachable`: the system as a whole may be
 *   down; enough of these in a row open an incident.
 * - `attention`: this order needs a person.
 * - `incident`: the whole connection is concerned. `untilMs` (epoch) where the vendor names an end.
 */
export type Decision =
  | {
      readonly kind: 'retry';
      readonly afterMs?: number;
      readonly answerLost?: boolean;
      readonly unreachable?: boolean;
    }
  | {
      readonly kind: 'attention';
      readonly attention: AttentionKind;
      readonly faults: readonly MappingProblem[];
    }
  | {
      readonly kind: 'incident';
      readonly incident: IncidentKind;
      readonly todo: string;
      readonly untilMs?: number;
      /** The call that completed it may have been carried out. */
      readonly answerLost?: boolean;
    };

/**
 * A call to a vendor's system failed. The message is in the operator's words: a full sentence that
 * names the system, without secrets, personal data, addresses of our own code or stacks.
 */
export class SystemFailure extends Error {
  override readonly name = 'SystemFailure';
  /** The system as people call it. */
  readonly system: string;
  readonly decision: Decision;
  /** Which end of the connection the system is; it doesn't know itself. */
  end?: End;

  constructor(system: string, message: string, decision: Decision, options?: { cause?: unknown }) {
    super(message, options);
    this.system = system;
    this.decision = decision;
  }
}
