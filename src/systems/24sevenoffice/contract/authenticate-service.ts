import type { Service } from './description.ts';
import { boolean, flag, guid, long, part, required, sequence, string } from './members.ts';

const credential = sequence('Credential', {
  ApplicationId: required(guid),
  IdentityId: guid,
  Password: string,
  Username: string,
});

/** Whom a session speaks for: a user within one client, that is one merchant's company. */
const identity = sequence('Identity', {
  Id: required(guid),
  Client: part(sequence('Client', { Id: required(long), Name: string })),
  IsCurrent: required(boolean),
  IsDefault: required(boolean),
  IsDisabled: flag,
});

/** Logins, and whom a session speaks for. */
export const authenticateService = {
  name: 'Authenticate',
  path: '/authenticate/v001/authenticate.asmx',
  operations: {
    Login: { request: { credential: part(credential) }, result: string },
    GetIdentity: { request: {}, result: part(identity) },
  },
} as const satisfies Service;
