import type { Book } from '../book/book.ts';
import type { Wanted } from '../contract/write.ts';
import type { SandboxCredential, SandboxIdentity } from '../identities.ts';
import type { Members, Value } from '../value.ts';
import { textsOf } from '../value.ts';

/** What an operation works on. */
export interface OperationContext {
  readonly book: Book;
  /** The id of the session, where the request came with one that is authenticated. */
  readonly session: string | undefined;
  /** Whether the session acts as the identity that holds the data. */
  readonly seesData: boolean;
  readonly credential: SandboxCredential;
  readonly identities: readonly SandboxIdentity[];
  /** The merchant's zone, for calendar dates. */
  readonly timeZone: string;
  readonly now: Date;
}

/** What an operation gives: its result in the contract's words, and which members of it were asked for. */
export interface OperationResult {
  readonly value: Value | undefined;
  readonly wanted?: Wanted;
  /** The session that begins with this answer. */
  readonly cookie?: string;
}

/** One operation of a service. Refuses by throwing a ServiceFault; nothing is changed then. */
export type Operation = (args: Members, context: OperationContext) => OperationResult;

/** The names of a list of properties. The vendor ignores names that it doesn't know. */
export const propertiesIn = (args: Members, name: string): ReadonlySet<string> =>
  new Set(textsOf(args, name));

/** Whether a change time lies after the one asked for. Without one, everything does. */
export const isAfter = (changed: string | undefined, after: string | undefined): boolean =>
  after === undefined || (changed !== undefined && Date.parse(changed) > Date.parse(after));
