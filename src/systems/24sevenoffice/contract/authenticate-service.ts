import type { Service } from './description.ts';
import {
  boolean,
  flag,
  guid,
  int,
  listOf,
  long,
  part,
  required,
  sequence,
  string,
  text,
} from './members.ts';

const credential = sequence('Credential', {
  ApplicationId: required(guid),
  IdentityId: guid,
  Password: string,
  Username: string,
});

/** Whom a session speaks for: a user within one client, that is one merchant's company. */
export const identity = sequence('Identity', {
  Id: required(guid),
  User: part(sequence('User', { ContactId: int, Id: guid, Name: text, EmployeeId: int })),
  Client: part(sequence('Client', { Id: required(long), Name: string })),
  IsCurrent: required(boolean),
  IsDefault: required(boolean),
  IsProtected: required(boolean),
  Servers: part(listOf(sequence('Server', { Id: required(int), Type: required(int) }))),
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
