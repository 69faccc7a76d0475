import { randomUUID } from 'node:crypto';
import type { SandboxIdentity } from '../identities.ts';
import { identityMembers } from '../identities.ts';
import { unprocessed } from '../soap/service-fault.ts';
import type { Members, Value } from '../value.ts';
import { partOf, textOf } from '../value.ts';
import type { Operation, OperationContext } from './operation.ts';

/** Whether the credential is right. An application that the vendor doesn't know is a fault instead. */
function accepts(args: Members, { book, credential }: OperationContext): boolean {
  const given = partOf(args, 'credential');
  if (textOf(given, 'ApplicationId') !== credential.applicationId.toLowerCase()) {
    throw unprocessed(
      'Your application id is not registered. Please visit http://developer.24sevenoffice.com to register.',
    );
  }
  return (
    !book.loginsRejected &&
    textOf(given, 'Username') === credential.username &&
    textOf(given, 'Password') === credential.password
  );
}

const blockedFault = () =>
  unprocessed(
    'Provided IdentityId is blocked. Please use GetIdentitiesWithCredential for those that are not.',
  );

function usableIdentity(id: string | undefined, context: OperationContext): SandboxIdentity {
  const { identities, book } = context;
  const wanted = id === undefined ? identities[0] : identities.find((one) => one.id === id);
  if (wanted === undefined || book.blockedIdentities.has(wanted.id)) throw blockedFault();
  return wanted;
}

function listOf(context: OperationContext): Value[] {
  const current = context.session && context.book.sessions.get(context.session);
  return context.identities.map((identity, position) =>
    identityMembers(
      identity,
      identity.id === current,
      position === 0,
      context.book.blockedIdentities.has(identity.id),
    ),
  );
}

/** A session id of the length and the letters that ASP.NET gives. */
export const newSessionId = (): string => randomUUID().replaceAll('-', '').slice(0, 24);

const login: Operation = (args, context) => {
  if (!accepts(args, context)) return { value: '' };
  const identity = usableIdentity(textOf(partOf(args, 'credential'), 'IdentityId'), context);
  const session = newSessionId();
  context.book.sessions.set(session, identity.id);
  return { value: session, cookie: session };
};

const identitiesOf: Operation = (args, context) => ({
  value: accepts(args, context) ? listOf(context) : [],
});

export const authenticateOperations: Readonly<Record<string, Operation>> = {
  Login: login,
  HasSession: (_args, { session }) => ({ value: session !== undefined }),
  GetIdentity: (_args, context) => ({
    value: listOf(context).find((one) => partOf({ one }, 'one')?.['IsCurrent'] === true),
  }),
  GetIdentities: (_args, context) => ({ value: listOf(context) }),
  SetIdentityById: (args, context) => {
    const id = textOf(args, 'identityId');
    const found = context.identities.find((one) => one.id === id);
    const usable = found !== undefined && !context.book.blockedIdentities.has(found.id);
    if (usable && context.session !== undefined)
      context.book.sessions.set(context.session, found.id);
    return { value: usable };
  },
  GetIdentitiesWithCredential: identitiesOf,
  GetIdentitiesWithCredentialByService: identitiesOf,
};
