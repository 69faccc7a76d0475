import { SystemFailure } from '../../../domain/system-failure.ts';

/** The vendor refused a whole call with a SOAP fault; one item of a joined call may be the cause. */
export class FaultAnswer extends SystemFailure {}

/**
 * A write that several callers share was refused as a whole. Any of them may have been carried out, and
 * one may be the cause: each is to be read before it is written alone.
 */
export class JoinedWriteFailed extends FaultAnswer {}

/** A session isn't accepted, or there is none; a new login and a repetition cure it. */
export class NotAuthenticated extends Error {
  override readonly name = 'NotAuthenticated';
  /** The session that was refused; undefined where there was none to call with. */
  readonly session: string | undefined;
  /** It was accepted before: it has ended, and says nothing about the login. */
  readonly ended: boolean;

  constructor(session?: string, ended = false) {
    super('the session is not accepted');
    this.session = session;
    this.ended = ended;
  }
}
