import type { Operation } from '../../../src/systems/24sevenoffice/contract/services.ts';
import type { ArgumentsOf, ResultOf } from '../../../src/systems/24sevenoffice/contract/values.ts';
import type { Book } from '../book/book.ts';
import type { SandboxCredential, SandboxIdentity } from '../identities.ts';
import type { Wanted } from '../wire/write.ts';

/** What an operation works on. */
export interface OperationContext {
  readonly book: Book;
  /** The identity that the session acts as, where the request came with a session that is authenticated. */
  readonly identity: SandboxIdentity | undefined;
  /** Whether that identity is the one that holds the data. */
  readonly seesData: boolean;
  readonly credential: SandboxCredential;
  readonly identities: readonly SandboxIdentity[];
  /** The merchant's zone, for calendar dates. */
  readonly timeZone: string;
  readonly now: Date;
}

/** What an operation gives: its result in the contract's words, and which members of it were asked for. */
export interface Outcome<Of extends Operation> {
  readonly value: ResultOf<Of> | undefined;
  readonly wanted?: Wanted;
  /** The session that begins with this answer. */
  readonly cookie?: string;
}

/** Carries out an operation. Refuses by throwing a ServiceFault; nothing is changed then. */
export type Handler<Of extends Operation> = (
  args: ArgumentsOf<Of>,
  context: OperationContext,
) => Outcome<Of>;

/** Whether a change time lies after the one asked for. Without one, everything does. */
export const isAfter = (changed: string | undefined, after: string | undefined): boolean =>
  after === undefined || (changed !== undefined && Date.parse(changed) > Date.parse(after));

/** Whether a value is the one asked for. Without one, every value is. */
export const isSame = (value: string | undefined, asked: string | undefined): boolean =>
  asked === undefined || value === asked;

/** Tells whether a value is one of those asked for. Without any, every value is. */
export function among(asked: readonly string[] = []): (value: string | undefined) => boolean {
  const values = new Set(asked);
  return (value) => values.size === 0 || (value !== undefined && values.has(value));
}
