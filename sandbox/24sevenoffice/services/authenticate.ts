import { randomUUID } from 'node:crypto';
import type { SandboxIdentity } from '../identities.ts';
import { unprocessed } from '../wire/service-fault.ts';
import type { Handler, OperationContext } from './handler.ts';

function usableIdentity(
  id: string | undefined,
  { identities, book }: OperationContext,
): SandboxIdentity {
  const asked = id === undefined ? identities[0] : identities.find((one) => one.id === id);
  if (asked === undefined || book.blockedIdentities.has(asked.id)) {
    throw unprocessed(
      'Provided IdentityId is blocked. Please use GetIdentitiesWithCredential for those that are not.',
    );
  }
  return asked;
}

/** A session id of the length and the letters that ASP.NET gives. */
export const newSessionId = (): string => randomUUID().replaceAll('-', '').slice(0, 24);

/** Login. A wrong user or password isn't a fault; an application that the vendor doesn't know is one. */
export const login: Handler<'Login'> = ({ credential: given }, context) => {
  const { book, credential } = context;
  if (given?.ApplicationId !== credential.applicationId.toLowerCase()) {
    throw unprocessed(
      'Your application id is not registered. Please visit http://developer.24sevenoffice.com to register.',
    );
  }
  const isRight = given.Username === credential.username && given.Password === credential.password;
  if (book.loginsRejected || !isRight) return { value: '' };
  const identity = usableIdentity(given.IdentityId, context);
  const session = newSessionId();
  book.sessions.set(session, identity.id);
  return { value: session, cookie: session };
};

/** GetIdentity: whom the session speaks for. */
export const getIdentity: Handler<'GetIdentity'> = (_args, { identity, identities, book }) => ({
  value: identity && {
    Id: identity.id,
    Client: { Id: identity.clientId, Name: identity.clientName },
    IsCurrent: true,
    IsDefault: identity === identities[0],
    IsDisabled: book.blockedIdentities.has(identity.id),
  },
});
