import { SystemFailure } from '../../../domain/system-failure.ts';

/** The vendor understood the request and refused it: the request, not the system, is at fault. */
export class Refusal extends SystemFailure {
  /** What the vendor says, fit for an operator. */
  readonly words: string;
  /** The HTTP status; undefined where only the body refuses. */
  readonly status: number | undefined;
  /** What was asked for isn't there. */
  readonly notFound: boolean;

  /** @param what the system does, after its name: `refuses it` */
  constructor(
    system: string,
    what: string,
    words: string,
    todo: string,
    { status, notFound = status === 404 }: { status?: number; notFound?: boolean } = {},
  ) {
    const problem = `${system} ${what}: “${words}”.`;
    super(system, problem, {
      kind: 'attention',
      attention: 'bad input',
      faults: [{ field: 'Order', problem, todo }],
    });
    this.words = words;
    this.status = status;
    this.notFound = notFound;
  }
}

/** The answer is larger than is safe to read at once; fewer entries must be asked for. */
export class AnswerTooLarge extends SystemFailure {}

/** The vendor doesn't take the credentials, or denies what they may: concerns the whole connection. */
export const loginRejected = (system: string, what: string, todo: string): SystemFailure =>
  new SystemFailure(system, `${system} ${what}.`, {
    kind: 'incident',
    incident: 'login rejected',
    todo,
  });
