import type { ServiceContract } from './field.ts';
import { guid, int, nillableItems, part, required, string, text } from './field.ts';

const credential = part('credential', 'Credential');

/** Sessions and identities. */
export const authenticateService: ServiceContract = {
  path: '/authenticate/v001/authenticate.asmx',
  operations: {
    Login: { request: [credential], result: string('LoginResult') },
    HasSession: { request: [], result: required(part('HasSessionResult', 'boolean')) },
    GetIdentity: { request: [], result: part('GetIdentityResult', 'Identity') },
    GetIdentities: { request: [], result: part('GetIdentitiesResult', 'ArrayOfIdentity') },
    SetIdentityById: {
      request: [required(guid('identityId'))],
      result: required(part('SetIdentityByIdResult', 'boolean')),
    },
    GetIdentitiesWithCredential: {
      request: [credential],
      result: part('GetIdentitiesWithCredentialResult', 'ArrayOfIdentity'),
    },
    GetIdentitiesWithCredentialByService: {
      request: [credential, required(int('serviceId'))],
      result: part('GetIdentitiesWithCredentialByServiceResult', 'ArrayOfIdentity'),
    },
  },
  sequences: {
    Credential: [
      required(guid('ApplicationId')),
      guid('IdentityId'),
      string('Password'),
      string('Username'),
    ],
    ArrayOfIdentity: nillableItems('Identity'),
    Identity: [
      required(guid('Id')),
      part('User', 'User'),
      part('Client', 'Client'),
      required(part('IsCurrent', 'boolean')),
      required(part('IsDefault', 'boolean')),
      required(part('IsProtected', 'boolean')),
      part('Servers', 'ArrayOfServer'),
      part('IsDisabled', 'boolean', 'false'),
    ],
    User: [int('ContactId'), guid('Id'), text('Name'), int('EmployeeId')],
    Client: [required(part('Id', 'long')), string('Name')],
    ArrayOfServer: nillableItems('Server'),
    Server: [required(int('Id')), required(int('Type'))],
  },
  enumerations: {},
};
